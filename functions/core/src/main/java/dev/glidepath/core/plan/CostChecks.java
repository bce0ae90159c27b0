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
        return plan ->
                plan.categories().stream()
                        .filter(c -> c.name().equals(category))
                        .findFirst()
                        .flatMap(c -> reduction(category, c.target(), stated));
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
