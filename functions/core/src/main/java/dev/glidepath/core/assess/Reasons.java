package dev.glidepath.core.assess;

import dev.glidepath.core.cost.CostLine;
import dev.glidepath.core.money.Money;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Why a digest must not be sent; none when it may be.
final class Reasons {

    private Reasons() {}

    static List<String> of(Ledger ledger, Assessment shown, Assessment company) {
        var reasons = new ArrayList<String>();
        var week = shown.frame().week();
        var through = ledger.settled().through();
        var start = shown.frame().basis().start();
        if (week.sunday().isBefore(start)) {
            reasons.add(
                    "the plan begins on %s and asks nothing of the week before it: ask for a later week"
                            .formatted(start));
        }
        strangers(ledger, company).ifPresent(reasons::add);
        foreign(ledger, company).ifPresent(reasons::add);
        if (through.isBefore(week.sunday())) {
            reasons.add(
                    "the week ends on %s and cost is settled through %s only: the deliveries to come settle it"
                            .formatted(week.sunday(), through));
        }
        Gaps.of(ledger.coverage(), week)
                .forEach(gap -> reasons.add(gap + ": a delivery that has it is to be collected"));
        Stream.of(shown, company)
                .flatMap(a -> a.checks().stream())
                .filter(check -> !check.closes())
                .map(
                        check ->
                                "a sum does not close (%s): collect these weeks again"
                                        .formatted(check.name()))
                .distinct()
                .forEach(reasons::add);
        return reasons;
    }

    /// Collected under a plan with other categories: the sums cannot close.
    private static Optional<String> strangers(Ledger ledger, Assessment company) {
        var names = company.targets().lines().stream().map(Line::name).collect(Collectors.toSet());
        var others =
                company.weeks().stream()
                        .flatMap(w -> ledger.lines(w.week()).stream())
                        .map(CostLine::category)
                        .filter(name -> !names.contains(name))
                        .collect(Collectors.toCollection(TreeSet::new));
        return others.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        "cost lies in categories that the plan does not have (%s): collect again with this plan"
                                .formatted(String.join(", ", others)));
    }

    /// The plan says nothing of cost in another currency; without any of its own it judges nothing.
    private static Optional<String> foreign(Ledger ledger, Assessment company) {
        var basis = company.frame().basis();
        var others = company.bill().otherCurrencies();
        boolean own =
                ledger.lines(company.frame().week()).stream()
                        .anyMatch(l -> CountedCost.isInCurrency(l, basis));
        return own || others.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        "the week has no cost in the plan's %s, only in %s: use a plan in that currency"
                                .formatted(
                                        basis.currency(),
                                        others.stream()
                                                .map(Money::currency)
                                                .collect(Collectors.joining(", "))));
    }
}
