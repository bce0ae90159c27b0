package dev.glidepath.core.assess;

import dev.glidepath.core.cost.CostLine;
import dev.glidepath.core.plan.Plan;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/// A charge for a whole month that came for the month before and has not come for this one, such as
/// a support fee that is billed when the month is over. Until then the run-rate misses it.
///
/// @param amount of the month before, in the plan's currency and metric
public record Awaited(String service, YearMonth month, BigDecimal amount) {

    static List<Awaited> of(Ledger ledger, Plan.Basis basis, LocalDate asOf) {
        var month = YearMonth.from(asOf);
        var before = month.minusMonths(1);
        var sums = new TreeMap<String, BigDecimal>();
        var days = new HashMap<String, Set<LocalDate>>();
        before.atDay(1)
                .datesUntil(month.atDay(1))
                .forEach(day -> add(ledger.lines(day, day), day, basis, sums, days));
        var came = new HashMap<String, Set<LocalDate>>();
        add(ledger.lines(month.atDay(1), asOf), asOf, basis, new TreeMap<>(), came);
        return sums.entrySet().stream()
                .filter(
                        e ->
                                days.getOrDefault(e.getKey(), Set.of()).size()
                                        == before.lengthOfMonth())
                .filter(e -> !came.containsKey(e.getKey()))
                .map(e -> new Awaited(e.getKey(), month, e.getValue()))
                .toList();
    }

    private static void add(
            List<CostLine> lines,
            LocalDate day,
            Plan.Basis basis,
            Map<String, BigDecimal> sums,
            Map<String, Set<LocalDate>> days) {
        lines.stream()
                .filter(line -> !line.dimensions().charge().category().equals("Usage"))
                .filter(line -> CountedCost.counts(line, basis))
                .filter(line -> CountedCost.amount(line, basis).signum() != 0)
                .forEach(
                        line -> {
                            var service =
                                    Objects.requireNonNullElse(
                                            line.dimensions().service().name(),
                                            "a service without name");
                            sums.merge(service, CountedCost.amount(line, basis), BigDecimal::add);
                            days.computeIfAbsent(service, _ -> new HashSet<>()).add(day);
                        });
    }
}
