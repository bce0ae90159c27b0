package dev.glidepath.core.plan;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Optional;

/// Compares what is stated of costs with the categories' baselines and milestones.
final class CostChecks {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private CostChecks() {}

    static Draft.Check reduction(String category, BigDecimal stated) {
        return plan -> reduction(category, find(plan, category).target(), stated);
    }

    static Optional<String> totalReduction(Plan plan, BigDecimal stated) {
        return reduction("the total", plan.total(), stated);
    }

    static Optional<String> total(Plan plan, String label, LocalDate day, BigDecimal stated) {
        var sum = plan.total().allowedOn(day);
        return differs(
                stated,
                sum,
                "the plan states a total of %s for %s; its categories sum to %s"
                        .formatted(Shown.amount(stated), label, Shown.amount(sum)));
    }

    /// A milestone asks for less than what came before it.
    static Draft.Check falls(String category, LocalDate day) {
        return plan -> {
            var path = find(plan, category).target();
            var before = path.allowedOn(day.minusDays(1));
            var on = path.allowedOn(day);
            return on.compareTo(before) <= 0
                    ? Optional.empty()
                    : Optional.of(
                            "%s may cost more from here on: %s per month on %s"
                                    .formatted(category, Shown.amount(on), day));
        };
    }

    /// No earlier category takes all that a rule matches.
    static Draft.Check reached(String category, Rule rule) {
        return plan ->
                plan.categories().stream()
                        .takeWhile(c -> !c.name().equals(category))
                        .filter(c -> c.rules().stream().anyMatch(rule::isWithin))
                        .findFirst()
                        .map(
                                first ->
                                        "all that this rule matches is in %s already, which stands"
                                                        .formatted(first.name())
                                                + " before "
                                                + category
                                                + ": the first match wins");
    }

    private static Category find(Plan plan, String category) {
        return plan.categories().stream()
                .filter(c -> c.name().equals(category))
                .findFirst()
                .orElseThrow();
    }

    private static Optional<String> reduction(String what, GlidePath path, BigDecimal stated) {
        var from = path.baseline().amount();
        var to = path.last().amount();
        var computed = change(from, to).negate();
        return differs(
                stated,
                computed,
                "the plan states a reduction of %s for %s; from %s to %s it is %s"
                        .formatted(
                                Shown.percent(stated, 2),
                                what,
                                Shown.amount(from),
                                Shown.amount(to),
                                Shown.percent(computed, 1)));
    }

    /// In percent of where it came from.
    static BigDecimal change(BigDecimal from, BigDecimal to) {
        return to.subtract(from).multiply(HUNDRED).divide(from, MathContext.DECIMAL64);
    }

    /// The message unless both are the same at the precision in which one is stated.
    static Optional<String> differs(BigDecimal stated, BigDecimal computed, String message) {
        return same(stated, computed) ? Optional.empty() : Optional.of(message);
    }

    static boolean same(BigDecimal stated, BigDecimal computed) {
        return computed.setScale(stated.scale(), RoundingMode.HALF_UP).compareTo(stated) == 0;
    }
}
