package dev.glidepath.core.assess;

import dev.glidepath.core.calendar.Week;
import dev.glidepath.core.cost.CostLine;
import dev.glidepath.core.plan.Plan;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/// The cost that counts towards the targets, per category and day.
public final class CountedCost {

    private final Map<String, NavigableMap<LocalDate, BigDecimal>> byCategory = new TreeMap<>();

    CountedCost(Ledger ledger, Plan.Basis basis) {
        ledger.days()
                .forEach(
                        (day, lines) ->
                                lines.stream()
                                        .filter(l -> counts(l, basis))
                                        .forEach(l -> add(day, l, amount(l, basis))));
    }

    /// In the plan's currency, whether or not it counts.
    static boolean isInCurrency(CostLine line, Plan.Basis basis) {
        return line.dimensions().currency().equals(basis.currency());
    }

    /// In the plan's currency, and of a charge category that it counts.
    public static boolean counts(CostLine line, Plan.Basis basis) {
        return isInCurrency(line, basis) && basis.counts(line.dimensions().charge().category());
    }

    /// Zero where the line has no amount in the plan's metric; the bill counts such rows.
    static BigDecimal amount(CostLine line, Plan.Basis basis) {
        var amount = line.amounts().of(basis.metric());
        return amount == null ? BigDecimal.ZERO : amount;
    }

    BigDecimal of(String category, LocalDate from, LocalDate through) {
        var days = byCategory.get(category);
        return days == null
                ? BigDecimal.ZERO
                : days.subMap(from, true, through, true).values().stream()
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    BigDecimal of(String category, Week week) {
        return of(category, week.monday(), week.sunday());
    }

    /// Over every category, also one that the plan does not know.
    BigDecimal of(LocalDate from, LocalDate through) {
        return byCategory.keySet().stream()
                .map(category -> of(category, from, through))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private void add(LocalDate day, CostLine line, BigDecimal amount) {
        byCategory
                .computeIfAbsent(line.category(), _ -> new TreeMap<>())
                .merge(day, amount, BigDecimal::add);
    }
}
