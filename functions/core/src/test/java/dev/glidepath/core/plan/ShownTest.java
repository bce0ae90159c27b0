package dev.glidepath.core.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glidepath.core.plan.Measure.Unit.Kind;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.math.BigDecimal;

/// What the report and the notes write must be what a plan may say.
class ShownTest {

    @ParameterizedTest
    @CsvSource({
        "PERCENT, 99.5, 99.5%",
        "HOURS, 2.50, 2.5 hours",
        "DAYS, 3, 3 days",
        "MONEY, 280000, $280K",
        "MONEY, 1000, $1K",
        "MONEY, 999.5, $999.50",
        "MONEY, -2500, $-2.5K",
        "SCORE, 9, 9.0/10",
        "SCORE, 8.25, 8.25/10",
        "COUNT, 12345, '12,345'",
        "MULTIPLE, 1.5, 1.5x",
        "PER_WEEK, 1, weekly",
        "PER_WEEK, 7.0, daily",
        "PER_WEEK, 3, 3 per week"
    })
    void aValueHasItsUnit(Kind kind, BigDecimal value, String text) {
        assertThat(Shown.value(kind, value, "USD")).isEqualTo(text);
    }

    @Test
    void aCurrencyWithoutASignIsNamed() {
        assertThat(Shown.value(Kind.MONEY, new BigDecimal("12.5"), "CHF")).isEqualTo("CHF 12.50");
    }

    @ParameterizedTest
    @CsvSource({
        "7700000, 7.7M",
        "1000000, 1M",
        "122000, 122K",
        "1000, 1K",
        "-1500, -1.5K",
        "999.125, 999.13",
        "950, 950"
    })
    void amountsAreShort(BigDecimal amount, String text) {
        assertThat(Shown.amount(amount)).isEqualTo(text);
    }

    @Test
    void moneyIsWholeOrHasCents() {
        assertThat(Shown.money(new BigDecimal("45027.6"))).isEqualTo("45,027.60");
        assertThat(Shown.money(new BigDecimal("45000.001"))).isEqualTo("45,000");
        assertThat(Shown.percent(new BigDecimal("33.35"), 1)).isEqualTo("33.4%");
        assertThat(Shown.percent(new BigDecimal("33"), 2)).isEqualTo("33%");
    }

    @Test
    void textIsBrokenAtSpacesAndElseWhereItMustBe() {
        assertThat(TextTable.wrap("aa bb", 5)).containsExactly("aa bb");
        assertThat(TextTable.wrap("aa bb cc", 5)).containsExactly("aa bb", "cc");
        assertThat(TextTable.wrap("aa  bbbb", 5)).containsExactly("aa", "bbbb");
        assertThat(TextTable.wrap("aaaaaa bb", 4)).containsExactly("aaaa", "aa", "bb");
    }
}
