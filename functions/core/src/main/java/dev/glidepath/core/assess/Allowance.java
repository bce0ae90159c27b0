package dev.glidepath.core.assess;

import dev.glidepath.core.cost.ChargeDays;
import dev.glidepath.core.money.Money;
import dev.glidepath.core.plan.GlidePath;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/// What a cost's glide path allows for a number of days: the run-rate's scale the other way round.
///
/// A day may cost what the path allows per month on that day × 12 / 365.25, to twelve decimals; any
/// days may cost the sum of theirs. So days, weeks and months of the same range allow the same, to
/// the last digit, and a month of 31 days is allowed more than one of 28.
public final class Allowance {

    private static final int SCALE = 12;
    private static final BigDecimal MONTHS_PER_YEAR = BigDecimal.valueOf(12);

    private Allowance() {}

    public static BigDecimal of(GlidePath path, ChargeDays days) {
        return Money.normalise(
                days.stream()
                        .map(path::allowedOn)
                        .map(Allowance::perDay)
                        .reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    private static BigDecimal perDay(BigDecimal perMonth) {
        return perMonth.multiply(MONTHS_PER_YEAR)
                .divide(RunRate.DAYS_PER_YEAR, MathContext.DECIMAL128)
                .setScale(SCALE, RoundingMode.HALF_EVEN);
    }
}
