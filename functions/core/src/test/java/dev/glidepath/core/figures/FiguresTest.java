package dev.glidepath.core.figures;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.math.BigDecimal;

class FiguresTest {

    private final Figures dollars = new Figures("USD", 0);

    @Test
    void writesWholeUnitsWithGroups() {
        assertThat(dollars.money(new BigDecimal("171233.5"))).isEqualTo("$171,234");
        assertThat(dollars.money(new BigDecimal("-1200.4"))).isEqualTo("-$1,200");
        assertThat(dollars.money(new BigDecimal("-0.4"))).isEqualTo("$0");
        assertThat(dollars.signed(new BigDecimal("6200"))).isEqualTo("+$6,200");
        assertThat(dollars.signed(new BigDecimal("0.4"))).isEqualTo("$0");
    }

    @Test
    void compactHasThreeDigitsOrSo() {
        assertThat(dollars.compact(new BigDecimal("2140"))).isEqualTo("$2.1K");
        assertThat(dollars.compact(new BigDecimal("999.4"))).isEqualTo("$999");
        assertThat(dollars.compact(new BigDecimal("999.6"))).isEqualTo("$1.0K");
        assertThat(dollars.compact(new BigDecimal("999949"))).isEqualTo("$999.9K");
        assertThat(dollars.compact(new BigDecimal("999950"))).isEqualTo("$1.0M");
        assertThat(dollars.compact(new BigDecimal("3.456"))).isEqualTo("$3.46");
    }

    @Test
    void writesTheCodeOfACurrencyWithoutASign() {
        assertThat(new Figures("CHF", 0).money(new BigDecimal("1234"))).isEqualTo("CHF\u00a01,234");
    }

    @Test
    void littleMoneyIsShownWithCents() {
        var figures = Figures.of("EUR", new BigDecimal("999.99"));
        assertThat(figures.money(new BigDecimal("12.345"))).isEqualTo("€12.35");
    }
}
