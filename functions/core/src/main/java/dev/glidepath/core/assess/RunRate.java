package dev.glidepath.core.assess;

import java.math.BigDecimal;
import java.math.MathContext;

/// Cost of some days as cost of an average month.
public final class RunRate {

    static final int DAYS = 28;

    static final BigDecimal DAYS_PER_YEAR = new BigDecimal("365.25");

    private RunRate() {}

    public static BigDecimal perMonth(BigDecimal cost, int days) {
        return cost.multiply(DAYS_PER_YEAR)
                .divide(BigDecimal.valueOf(days * 12L), MathContext.DECIMAL64);
    }
}
