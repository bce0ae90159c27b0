package dev.glidepath.core.assess;

import dev.glidepath.core.cost.CostLine;
import dev.glidepath.core.money.Money;
import dev.glidepath.core.plan.Plan;

import java.math.BigDecimal;
import java.util.List;
import java.util.TreeMap;

/// What a bill is made of.
final class Billing {

    private Billing() {}

    static Bill of(List<CostLine> lines, Plan.Basis basis) {
        var counted =
                lines.stream()
                        .filter(l -> CountedCost.counts(l, basis))
                        .map(l -> CountedCost.amount(l, basis))
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
        long unpriced =
                lines.stream()
                        .filter(l -> l.amounts().of(basis.metric()) == null)
                        .mapToLong(l -> Math.max(1, l.rows()))
                        .sum();
        return new Bill(counted, notCounted(lines, basis), otherCurrencies(lines, basis), unpriced);
    }

    private static List<Bill.NotCounted> notCounted(List<CostLine> lines, Plan.Basis basis) {
        var sums = new TreeMap<String, BigDecimal>();
        lines.stream()
                .filter(l -> CountedCost.isInCurrency(l, basis))
                .filter(l -> !CountedCost.counts(l, basis))
                .forEach(
                        l ->
                                sums.merge(
                                        l.dimensions().charge().category(),
                                        CountedCost.amount(l, basis),
                                        BigDecimal::add));
        return sums.entrySet().stream()
                .map(e -> new Bill.NotCounted(e.getKey(), e.getValue()))
                .toList();
    }

    private static List<Money> otherCurrencies(List<CostLine> lines, Plan.Basis basis) {
        var sums = new TreeMap<String, Money>();
        lines.stream()
                .filter(l -> !CountedCost.isInCurrency(l, basis))
                .map(l -> new Money(CountedCost.amount(l, basis), l.dimensions().currency()))
                .forEach(money -> sums.merge(money.currency(), money, Money::plus));
        return List.copyOf(sums.values());
    }
}
