package dev.glidepath.core.figures;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glidepath.core.assess.Standing;
import dev.glidepath.core.plan.NumberStyle;
import dev.glidepath.core.plan.Preferences;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

class FiguresTest {

    private final Figures dollars = new Figures("USD", 0, Preferences.DEFAULT);

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
        assertThat(dollars.compact(BigDecimal.TEN)).isEqualTo("$10");
    }

    @Test
    void writesTheCodeOfACurrencyWithoutASign() {
        assertThat(new Figures("CHF", 0, Preferences.DEFAULT).money(new BigDecimal("1234")))
                .isEqualTo("CHF\u00a01,234");
    }

    @Test
    void littleMoneyIsShownWithCents() {
        var figures = Figures.of("EUR", new BigDecimal("999.99"));
        assertThat(figures.money(new BigDecimal("12.345"))).isEqualTo("€12.35");
    }

    @Test
    void tablesHaveCentsWhenTheMailsLargestAmountsAreSmall() {
        assertThat(scale("998", "999.99", "-999.99", "3")).isEqualTo(2);
        assertThat(scale("1000", "3", "3", "3")).isZero();
        assertThat(scale("3", "1000", "3", "3")).isZero();
        assertThat(scale("3", "3", "-1000", "3")).isZero();
        assertThat(scale("3", "3", "3", "1000")).isZero();
        assertThat(dollars.inCents().money(new BigDecimal("1234.5"))).isEqualTo("$1,234.50");
    }

    @Test
    void withoutATargetTheRunRateAndTheWeeksAreTheLargest() {
        assertThat(scale(new Standing.NoTarget(new BigDecimal("-1000")), "3", "3")).isZero();
        assertThat(scale(new Standing.NoTarget(new BigDecimal("999")), "3", "3")).isEqualTo(2);
        var allowed = Optional.of(new BigDecimal("1000"));
        assertThat(scale(new Standing.NotEnoughData(3, allowed), "3", "3")).isZero();
        assertThat(scale(new Standing.NotEnoughData(3, Optional.empty()), "3", "3")).isEqualTo(2);
    }

    @Test
    void signsStandWhereSomethingIsShown() {
        assertThat(dollars.signedPercent(new BigDecimal("0.0512"))).isEqualTo("+5.1%");
        assertThat(dollars.signedPercent(new BigDecimal("-0.0512"))).isEqualTo("-5.1%");
        assertThat(dollars.signedPercent(new BigDecimal("0.0004"))).isEqualTo("0.0%");
        assertThat(dollars.wholePercent(new BigDecimal("0.125"))).isEqualTo("13%");
        assertThat(dollars.signed(new BigDecimal("-6200"))).isEqualTo("-$6,200");
    }

    @Test
    void aColumnAddsUpToItsRoundedTotal() {
        var third = new BigDecimal("10.4");
        assertThat(dollars.column(List.of(third, third, third)))
                .extracting(BigDecimal::intValueExact)
                .containsExactly(11, 10, 10);
        assertThat(dollars.count(12_345)).isEqualTo("12,345");
    }

    private static int scale(String runRate, String allowed, String before, String week) {
        return scale(Assessed.measured(Standing.Status.BEHIND, runRate, allowed), before, week);
    }

    private static int scale(Standing standing, String... weeks) {
        return Figures.of(Assessed.of(standing, weeks).assessment(), Preferences.DEFAULT).scale();
    }

    /// What is written in any style is read back as what was to be written.
    @ParameterizedTest
    @EnumSource
    void everyStyleIsReadBackToTheAmount(NumberStyle numbers) {
        var random = new SplittableRandom(11);
        var wishes = new Preferences(Optional.empty(), numbers, ZoneOffset.UTC);
        for (int i = 0; i < 500; i++) {
            var amount = BigDecimal.valueOf(random.nextLong(-1L << 40, 1L << 40), 2);
            var figures = new Figures("USD", i % 3, wishes);
            assertThat(back(figures.money(amount).replace("$", ""), numbers))
                    .isEqualByComparingTo(figures.round(amount));
            assertThat(back(figures.cents(amount).replace("$", ""), numbers))
                    .isEqualByComparingTo(amount);
            assertThat(back(figures.exact(amount), numbers)).isEqualByComparingTo(amount);
            var percent = back(figures.percent(amount).replace("%", ""), numbers);
            assertThat(percent).isEqualByComparingTo(amount.movePointRight(2));
        }
    }

    @Test
    void writesAsTheExampleOfItsStyle() {
        for (var numbers : NumberStyle.values()) {
            var wishes = new Preferences(Optional.empty(), numbers, ZoneOffset.UTC);
            assertThat(new Figures("USD", 2, wishes).exact(new BigDecimal("1234.56")))
                    .isEqualTo(numbers.example().replace(' ', '\u00a0'));
        }
    }

    @Test
    void tellsTimesInTheZoneOfTheRecipient() {
        var wishes =
                new Preferences(
                        Optional.empty(), NumberStyle.COMMA_POINT, ZoneId.of("Europe/Zurich"));
        assertThat(new Figures("USD", 2, wishes).time(Instant.parse("2026-05-13T06:00:00Z")))
                .isEqualTo("13 May 2026 08:00 CEST");
    }

    private static BigDecimal back(String text, NumberStyle numbers) {
        var digits = text.replace(Character.toString(numbers.grouping()), "");
        return new BigDecimal(digits.replace(numbers.decimal(), '.'));
    }
}
