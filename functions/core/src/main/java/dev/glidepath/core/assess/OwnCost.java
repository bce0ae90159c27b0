package dev.glidepath.core.assess;

import dev.glidepath.core.calendar.Week;
import dev.glidepath.core.cost.CostLine;
import dev.glidepath.core.cost.Dimensions;
import dev.glidepath.core.plan.Plan;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/// What the charges cost that carry this system's own tag, whether they count or not.
///
/// @param week of the assessed week
/// @param days of the run-rate's 28 days
public record OwnCost(BigDecimal week, BigDecimal days) {

    static Optional<OwnCost> of(Ledger ledger, List<CostLine> recent, Plan.Basis basis, Week week) {
        var own = own(recent, basis);
        var ofWeek =
                ledger.detail().subMap(week.monday(), true, week.sunday(), true).values().stream()
                        .flatMap(List::stream)
                        .toList();
        return own.isEmpty()
                ? Optional.empty()
                : Optional.of(new OwnCost(sum(own(ofWeek, basis), basis), sum(own, basis)));
    }

    private static List<CostLine> own(List<CostLine> lines, Plan.Basis basis) {
        return lines.stream()
                .filter(l -> CountedCost.isInCurrency(l, basis))
                .filter(l -> l.dimensions().labels().containsKey(Dimensions.OWN))
                .toList();
    }

    private static BigDecimal sum(List<CostLine> lines, Plan.Basis basis) {
        return lines.stream()
                .map(l -> CountedCost.amount(l, basis))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
