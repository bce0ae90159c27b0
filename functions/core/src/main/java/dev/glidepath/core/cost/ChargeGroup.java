package dev.glidepath.core.cost;

import dev.glidepath.core.money.Money;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;

/// All charges of one execution with the same dimensions and the same days, summed exactly.
///
/// @param quantity PricingQuantity or, for CUR, the usage amount; null where no row has one
/// @param rows how many rows of the export the sums are of
public record ChargeGroup(
        ChargeDays days,
        Dimensions dimensions,
        Amounts amounts,
        @Nullable BigDecimal quantity,
        long rows) {

    /// With the charges of another one that has the same dimensions and days.
    public ChargeGroup plus(ChargeGroup other) {
        return new ChargeGroup(
                days,
                dimensions,
                amounts.plus(other.amounts),
                Amounts.both(quantity, other.quantity, (a, b) -> Money.normalise(a.add(b))),
                rows + other.rows);
    }
}
