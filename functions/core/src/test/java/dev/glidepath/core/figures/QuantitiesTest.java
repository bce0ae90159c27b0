package dev.glidepath.core.figures;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glidepath.core.plan.Measure.Unit.Kind;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.math.BigDecimal;

class QuantitiesTest {

    @ParameterizedTest
    @CsvSource({
        "PERCENT, 99.950, 99.95%",
        "HOURS, 1.00, 1 hour",
        "HOURS, 2.5, 2.5 hours",
        "DAYS, 1, 1 day",
        "DAYS, 30, 30 days",
        "SCORE, 8.5, 8.5/10",
        "SCORE, 8.25, 8.25/10",
        "SCORE, 9, 9.0/10",
        "COUNT, 12345, '12,345'",
        "MULTIPLE, 1.50, 1.5x",
        "PER_WEEK, 1, weekly",
        "PER_WEEK, 7, daily",
        "PER_WEEK, 3, 3 per week",
        "MONEY, 0, $0",
        "MONEY, 12.5, $12.50",
        "MONEY, 250, $250",
        "MONEY, 0.004, $0",
        "MONEY, -0.004, $0",
        "MONEY, -0.005, -$0.01",
        "MONEY, 999.99, $999.99",
        "MONEY, 1000, $1K",
        "MONEY, -2500, -$2.5K",
        "MONEY, 999000, $999K",
        "MONEY, 1000000, $1M",
        "MONEY, 1250000, $1.25M"
    })
    void areAsShortAsTheyWereStated(Kind kind, BigDecimal value, String text) {
        assertThat(new Quantities(Assessed.DOLLARS).value(kind, value)).isEqualTo(text);
    }
}
