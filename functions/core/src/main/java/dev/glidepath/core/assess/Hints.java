package dev.glidepath.core.assess;

import dev.glidepath.core.calendar.Week;
import dev.glidepath.core.cost.CostLine;
import dev.glidepath.core.lever.Lever;
import dev.glidepath.core.lever.Levers;
import dev.glidepath.core.lever.Recommended;
import dev.glidepath.core.plan.NonProduction;
import dev.glidepath.core.plan.Plan;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/// What the bill suggests to look at.
///
/// @param levers of the run-rate's 28 days; none unless all of them are known, as for `nextRule`
/// @param recommended by AWS; empty where nothing was read of it
/// @param own what this system itself costs; empty where no charge of these days says so
public record Hints(
        Anomalies anomalies,
        List<Lever> levers,
        Optional<Recommended> recommended,
        Optional<NextRule> nextRule,
        Optional<OwnCost> own) {

    public Hints {
        levers = List.copyOf(levers);
    }

    static Hints of(Ledger ledger, Plan plan, Week week, LocalDate asOf) {
        var basis = plan.basis();
        var days = recent(ledger, asOf);
        var lines = days.values().stream().flatMap(List::stream).toList();
        return new Hints(
                Watching.of(ledger, basis, week, asOf),
                Levers.of(counted(days, basis), basis.metric(), weekdayHours(plan)),
                ledger.recommended(),
                Ruling.of(lines, basis),
                OwnCost.of(ledger, lines, basis, week));
    }

    /// As cost of an average month.
    public static BigDecimal perMonth(BigDecimal ofTheDays) {
        return RunRate.perMonth(ofTheDays, RunRate.DAYS);
    }

    private static OptionalInt weekdayHours(Plan plan) {
        return plan.nonProduction().stream().mapToInt(NonProduction::weekdayHours).findFirst();
    }

    private static NavigableMap<LocalDate, List<CostLine>> counted(
            NavigableMap<LocalDate, List<CostLine>> days, Plan.Basis basis) {
        var counted = new TreeMap<LocalDate, List<CostLine>>();
        days.forEach(
                (day, lines) ->
                        counted.put(
                                day,
                                lines.stream().filter(l -> CountedCost.counts(l, basis)).toList()));
        return counted;
    }

    /// The run-rate's days, also those without any charge; none unless all of them are known.
    private static NavigableMap<LocalDate, List<CostLine>> recent(Ledger ledger, LocalDate asOf) {
        var from = asOf.minusDays(RunRate.DAYS - 1);
        var days = new TreeMap<LocalDate, List<CostLine>>();
        if (ledger.knownDays(from, asOf) == RunRate.DAYS) {
            from.datesUntil(asOf.plusDays(1))
                    .forEach(day -> days.put(day, ledger.detail().getOrDefault(day, List.of())));
        }
        return days;
    }
}
