package dev.glidepath.core.bridge;

import dev.glidepath.core.cost.CostLine;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.LocalDate;

/// A line of one of the two weeks.
///
/// @param amount zero where the line has none in the metric
/// @param quantity null where it has no quantity, or nothing that it could be a quantity of
record Entry(
        Side side, LocalDate day, CostLine line, BigDecimal amount, @Nullable BigDecimal quantity) {

    enum Side {
        BEFORE,
        AFTER;

        BigDecimal signed(BigDecimal amount) {
            return this == AFTER ? amount : amount.negate();
        }
    }

    static Entry of(Side side, LocalDate day, CostLine line, @Nullable BigDecimal amountInMetric) {
        var charge = line.dimensions().charge();
        boolean counted =
                amountInMetric != null && (charge.item() != null || charge.unit() != null);
        return new Entry(
                side,
                day,
                line,
                amountInMetric == null ? BigDecimal.ZERO : amountInMetric,
                counted ? line.quantity() : null);
    }

    /// The same weekday of the other week.
    LocalDate counterpart() {
        return side == Side.AFTER ? day.minusWeeks(1) : day.plusWeeks(1);
    }

    /// What it adds to the difference.
    BigDecimal change() {
        return side.signed(amount);
    }
}
