package dev.glidepath.core.plan;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Compares what is stated of initiatives with their sums, and their savings with the cost that
/// there is to save.
final class InitiativeChecks {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal DAYS_PER_MONTH = new BigDecimal("30.4375");

    private InitiativeChecks() {}

    static Draft.Check roi(String name, BigDecimal stated) {
        return plan -> {
            var initiative = find(plan, name);
            var computed = roi(List.of(initiative));
            return CostChecks.differs(
                    stated,
                    computed,
                    "the plan states a return of %s for %s; %s"
                            .formatted(
                                    Shown.percent(stated, 2),
                                    name,
                                    over(List.of(initiative), computed)));
        };
    }

    static Optional<String> roiOfAll(Plan plan, BigDecimal stated) {
        var all = plan.scorecard().initiatives();
        var computed = roi(all);
        var mean =
                sum(all, i -> i.figures().roi())
                        .multiply(HUNDRED)
                        .divide(BigDecimal.valueOf(Math.max(1, all.size())), MathContext.DECIMAL64);
        return CostChecks.differs(
                stated,
                computed,
                "the plan states a return of %s for all initiatives; %s, and the plain average of"
                                .formatted(Shown.percent(stated, 2), over(all, computed))
                        + " theirs is "
                        + Shown.percent(mean, 1));
    }

    static Draft.Check months(String name, int stated) {
        return plan ->
                Optional.of(find(plan, name).months())
                        .filter(months -> months != stated)
                        .map(
                                months ->
                                        "%s is invested in over %d months here, and its saving is over"
                                                        .formatted(name, stated)
                                                + " "
                                                + months
                                                + " months");
    }

    static Draft.Check invested(String name) {
        return plan -> {
            var initiative = find(plan, name);
            var invested =
                    initiative.course().invested().values().stream()
                            .reduce(BigDecimal.ZERO, BigDecimal::add);
            if (initiative.course().started().isEmpty()) {
                return Optional.of(
                        "%s has %s invested and has not started: write started, e.g. started: %s"
                                .formatted(
                                        name,
                                        Shown.amount(invested),
                                        initiative.course().invested().firstKey()));
            }
            var planned = initiative.figures().investment();
            return invested.compareTo(planned) <= 0
                    ? Optional.empty()
                    : Optional.of(
                            "%s has %s invested; its investment is %s"
                                    .formatted(
                                            name, Shown.amount(invested), Shown.amount(planned)));
        };
    }

    static Draft.Check saving(String name) {
        return plan -> {
            var initiative = find(plan, name);
            var cost =
                    plan.categories().stream()
                            .filter(c -> initiative.moves().contains(c.name()))
                            .map(c -> c.target().baseline().amount())
                            .reduce(BigDecimal.ZERO, BigDecimal::add)
                            .multiply(BigDecimal.valueOf(initiative.months()));
            var saving = initiative.figures().saving();
            return saving.compareTo(cost) <= 0
                    ? Optional.empty()
                    : Optional.of(
                            "%s expects to save %s in %d months; at today's baseline %s cost %s"
                                            .formatted(
                                                    name,
                                                    Shown.amount(saving),
                                                    initiative.months(),
                                                    String.join(" and ", initiative.moves()),
                                                    Shown.amount(cost))
                                    + " in that time");
        };
    }

    static Optional<String> savingOfAll(Plan plan) {
        var all = plan.scorecard().initiatives();
        int months = all.stream().mapToInt(Initiative::months).max().orElse(0);
        var saving = sum(all, i -> i.figures().saving());
        var total = plan.total();
        var cost = total.baseline().amount().multiply(BigDecimal.valueOf(months));
        var planned = planned(total, plan.basis().start(), months);
        return saving.compareTo(planned) <= 0
                ? Optional.empty()
                : Optional.of(
                        "the initiatives expect to save %s in %d months; the categories' targets ask"
                                        .formatted(Shown.amount(saving), months)
                                + " for "
                                + Shown.amount(planned)
                                + " of the "
                                + Shown.amount(cost)
                                + " that those months would cost");
    }

    static Optional<String> sum(Plan plan, String key, BigDecimal stated) {
        boolean investment = key.equals("investment");
        var sum =
                sum(
                        plan.scorecard().initiatives(),
                        i -> investment ? i.figures().investment() : i.figures().saving());
        return CostChecks.differs(
                stated,
                sum,
                "the plan states a total %s of %s; its initiatives sum to %s"
                        .formatted(key, Shown.amount(stated), Shown.amount(sum)));
    }

    static Optional<String> longest(Plan plan, int stated) {
        int longest =
                plan.scorecard().initiatives().stream()
                        .mapToInt(Initiative::months)
                        .max()
                        .orElse(stated);
        return longest == stated
                ? Optional.empty()
                : Optional.of(
                        "the plan states %d months in all; its longest initiative takes %d"
                                .formatted(stated, longest));
    }

    static Optional<String> priority(Plan plan, String stated) {
        var present = plan.scorecard().initiatives().stream().map(Initiative::priority).toList();
        return InitiativesSection.PRIORITIES.stream()
                .filter(present::contains)
                .findFirst()
                .filter(highest -> !highest.equals(stated))
                .map(
                        highest ->
                                "the plan states priority %s for all; the highest of its"
                                                .formatted(stated)
                                        + " initiatives is "
                                        + highest);
    }

    /// What the path leaves under its baseline, day by day.
    private static BigDecimal planned(GlidePath path, LocalDate start, int months) {
        return start.datesUntil(start.plusMonths(months))
                .map(day -> path.baseline().amount().subtract(path.allowedOn(day)))
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .divide(DAYS_PER_MONTH, MathContext.DECIMAL64);
    }

    /// The sums, and their return.
    static Initiative.Figures total(Plan plan) {
        var all = plan.scorecard().initiatives();
        return new Initiative.Figures(
                sum(all, i -> i.figures().investment()),
                sum(all, i -> i.figures().saving()),
                roi(all).movePointLeft(2));
    }

    private static Initiative find(Plan plan, String name) {
        return plan.scorecard().initiatives().stream()
                .filter(i -> i.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static BigDecimal roi(List<Initiative> initiatives) {
        var investment = sum(initiatives, i -> i.figures().investment());
        return investment.signum() == 0
                ? BigDecimal.ZERO
                : sum(initiatives, i -> i.figures().saving())
                        .multiply(HUNDRED)
                        .divide(investment, MathContext.DECIMAL64);
    }

    private static String over(List<Initiative> initiatives, BigDecimal roi) {
        return "saving over investment, %s / %s, is %s"
                .formatted(
                        Shown.amount(sum(initiatives, i -> i.figures().saving())),
                        Shown.amount(sum(initiatives, i -> i.figures().investment())),
                        Shown.percent(roi, 1));
    }

    private static BigDecimal sum(
            List<Initiative> initiatives, Function<Initiative, BigDecimal> figure) {
        return initiatives.stream().map(figure).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
