package dev.glidepath.core.assess;

import dev.glidepath.core.bridge.Bridge;
import dev.glidepath.core.bridge.Step;
import dev.glidepath.core.cost.Amounts;
import dev.glidepath.core.cost.CostLine;
import dev.glidepath.core.cost.Metric;
import dev.glidepath.core.plan.Plan;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Makes each sum of the digest a second way.
final class CrossFoot {

    private CrossFoot() {}

    static List<Check> of(Ledger ledger, Plan.Basis basis, Assessment assessment) {
        var checks = new ArrayList<Check>();
        var from = assessment.weeks().getFirst().week().monday();
        var through = assessment.weeks().getLast().week().sunday();
        var lines =
                ledger.lines(from, through).stream()
                        .filter(l -> CountedCost.isInCurrency(l, basis))
                        .toList();
        checks.addAll(metrics(lines, names(assessment)));
        checks.add(
                new Check(
                        "Days of the four weeks = the weeks of all lines",
                        new CountedCost(ledger, basis).of(from, through),
                        sum(
                                assessment.targets().lines().stream()
                                        .flatMap(l -> l.weeks().stream())
                                        .toList())));
        checks.add(
                new Check(
                        "Counted and not counted = every charge of the week",
                        assessment.bill().total(),
                        sum(
                                ledger.lines(assessment.frame().week()).stream()
                                        .filter(l -> CountedCost.isInCurrency(l, basis))
                                        .map(l -> CountedCost.amount(l, basis))
                                        .toList())));
        movers(assessment).ifPresent(checks::add);
        bridge(assessment).ifPresent(checks::add);
        restated(assessment).ifPresent(checks::add);
        return checks;
    }

    /// Left: the sums of the categories that the digest shows. Right: every line, so that cost in a
    /// category that the plan no longer has does not close.
    private static List<Check> metrics(List<CostLine> lines, Set<String> names) {
        var own =
                lines.stream()
                        .filter(l -> names.contains(l.category()))
                        .map(CostLine::amounts)
                        .reduce(Amounts.NONE, Amounts::plus);
        var every = lines.stream().map(CostLine::amounts).reduce(Amounts.NONE, Amounts::plus);
        var checks = new ArrayList<Check>();
        for (var metric : Metric.values()) {
            var right = every.of(metric);
            var left = own.of(metric);
            if (right != null) {
                checks.add(
                        new Check(
                                title(metric) + " cost of the four weeks: lines = all charges",
                                left == null ? BigDecimal.ZERO : left,
                                right));
            }
        }
        return checks;
    }

    private static Optional<Check> movers(Assessment assessment) {
        if (!(assessment.movers() instanceof Movers.Compared compared)) {
            return Optional.empty();
        }
        var moved =
                compared.top().stream()
                        .map(m -> m.change().difference())
                        .reduce(compared.others().change().difference(), BigDecimal::add);
        return Optional.of(
                new Check("Movers and others = the change of the week", moved, change(assessment)));
    }

    private static Optional<Check> bridge(Assessment assessment) {
        return assessment.changes().bridge() instanceof Bridge.Told told
                ? Optional.of(
                        new Check(
                                "Steps of why it moved = the change of the week",
                                sum(told.steps().stream().map(Step::amount).toList()),
                                change(assessment)))
                : Optional.empty();
    }

    /// Left: as it was known, and what each delivery changed. Right: as it is known.
    private static Optional<Check> restated(Assessment assessment) {
        if (!(assessment.changes().restated() instanceof Restated.Since since)) {
            return Optional.empty();
        }
        var before = sum(since.weeks().stream().map(Restated.Period::before).toList());
        var changes = sum(since.sources().stream().map(Restated.Source::change).toList());
        return Optional.of(
                new Check(
                        "Earlier weeks as last known, and restated since = as known now",
                        before.add(changes),
                        sum(since.weeks().stream().map(Restated.Period::now).toList())));
    }

    private static BigDecimal change(Assessment assessment) {
        var weeks = assessment.targets().total().weeks();
        return weeks.getLast().subtract(weeks.get(weeks.size() - 2));
    }

    private static Set<String> names(Assessment assessment) {
        var names = new HashSet<String>();
        assessment.targets().lines().forEach(l -> names.add(l.name()));
        return names;
    }

    private static String title(Metric metric) {
        return switch (metric) {
            case BILLED -> "Billed";
            case EFFECTIVE -> "Effective";
            case LIST -> "List";
            case CONTRACTED -> "Contracted";
        };
    }

    private static BigDecimal sum(List<BigDecimal> amounts) {
        return amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
