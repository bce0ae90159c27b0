package dev.glidepath.core.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

class ForecasterTest {

    private static final List<Window> WINDOWS =
            List.of(new Window(0, 3), new Window(0, 20), Window.upTo(50, 28), Window.upTo(230, 28));
    private static final int DAYS = 16 * Window.WEEK;

    @Test
    void aFlatSeriesForecastsItselfWithABandOfNoWidth() {
        var forecaster = Forecaster.of(Collections.nCopies(DAYS, new BigDecimal("33.7301")));
        for (var window : WINDOWS) {
            var forecast = forecaster.ahead(window);
            assertThat(forecast.amount()).isEqualByComparingTo("33.7301");
            assertThat(forecast.band().low()).isEqualByComparingTo("33.7301");
            assertThat(forecast.band().high()).isEqualByComparingTo("33.7301");
            assertThat(forecast.chance(new BigDecimal("33.7301"))).isGreaterThan(percent(90));
            assertThat(forecast.chance(new BigDecimal("33.73"))).isLessThan(percent(10));
        }
        assertThat(forecaster.shiftedDaysAgo()).isEmpty();
    }

    @Test
    void aWeekThatComesAgainAndAgainIsForecastDayByDay() {
        var days = IntStream.range(0, DAYS).mapToObj(i -> BigDecimal.valueOf(i % 7 > 4 ? 3 : 10));
        var forecaster = Forecaster.of(days.toList());
        assertThat(forecaster.ahead(new Window(0, 5)).amount()).isEqualByComparingTo("10");
        assertThat(forecaster.ahead(new Window(5, 7)).amount()).isEqualByComparingTo("3");
        assertThat(forecaster.ahead(new Window(0, 14)).amount()).isEqualByComparingTo("8");
    }

    @Test
    void aStraightLineGoesOn() {
        var days = IntStream.range(0, DAYS).mapToObj(i -> BigDecimal.valueOf(1000 + i)).toList();
        var forecast = Forecaster.of(days).ahead(Window.upTo(56, 28));
        // The days 28 to 55 from here, whose middle is 1000 + 112 + 41.5.
        assertThat(forecast.amount()).isCloseTo(new BigDecimal("1153.5"), within(percent(1)));
        assertThat(forecast.methods()).containsExactly(Method.TREND);
    }

    @Test
    void aNewLevelIsSeenOnItsThirdDayAndASpikeOfTwoDaysIsNone() {
        var flat = Family.FLAT.series(DAYS, 0, 0.01, 5);
        for (int since : List.of(3, 5, 9, 30)) {
            var forecaster = Forecaster.of(raised(flat, DAYS - since, DAYS));
            assertThat(forecaster.shiftedDaysAgo()).hasValue(since);
            assertThat(forecaster.ahead(new Window(0, 28)).amount())
                    .isCloseTo(new BigDecimal("1400"), within(BigDecimal.valueOf(30)));
        }
        for (int since : List.of(2, 5, 9, 30)) {
            var forecaster = Forecaster.of(raised(flat, DAYS - since, DAYS - since + 2));
            assertThat(forecaster.shiftedDaysAgo()).isEmpty();
            assertThat(forecaster.ahead(new Window(0, 28)).amount())
                    .isCloseTo(new BigDecimal("1000"), within(BigDecimal.valueOf(30)));
        }
    }

    @ParameterizedTest
    @EnumSource
    void moreOfTheSameIsForecastAsSoMuchMore(Family family) {
        for (int seed = 0; seed < 5; seed++) {
            var days = family.series(DAYS, 0, 0.03, seed);
            var factor = new BigDecimal("0.037");
            var more = Forecaster.of(days.stream().map(d -> d.multiply(factor)).toList());
            for (var window : WINDOWS) {
                var forecast = Forecaster.of(days).ahead(window).times(factor);
                var ofMore = more.ahead(window);
                assertThat(ofMore.amount()).isCloseTo(forecast.amount(), within(tiny()));
                assertThat(ofMore.band().high()).isCloseTo(forecast.band().high(), within(tiny()));
                assertThat(ofMore.methods()).isEqualTo(forecast.methods());
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void theBandHoldsTheForecastAndAHigherTargetIsNeverLessLikely(Family family) {
        for (int seed = 0; seed < 5; seed++) {
            var forecaster = Forecaster.of(family.series(DAYS, 0, 0.05, seed));
            for (var window : WINDOWS) {
                var forecast = forecaster.ahead(window);
                assertThat(forecast.amount())
                        .isBetween(forecast.band().low(), forecast.band().high());
                var before = BigDecimal.ZERO;
                for (int target = -500; target < 4000; target += 25) {
                    var chance = forecast.chance(BigDecimal.valueOf(target));
                    assertThat(chance).isBetween(before, BigDecimal.ONE);
                    before = chance;
                }
                assertThat(forecast.chance(forecast.amount())).isEqualByComparingTo("0.5");
                assertThat(forecast.chance(forecast.band().high()))
                        .isCloseTo(new BigDecimal("0.9"), within(tiny()));
            }
        }
    }

    @Test
    void aSumIsTheSumOfItsPartsInAnyOrder() {
        var series = new ArrayList<List<BigDecimal>>();
        for (var family : Family.values()) {
            series.add(family.series(DAYS, 0, 0.05, 3));
        }
        var parts = series.stream().map(Forecaster::of).toList();
        for (var window : WINDOWS) {
            var sum = Forecaster.sum(parts).ahead(window);
            var each = parts.stream().map(p -> p.ahead(window)).toList();
            assertThat(sum.amount())
                    .isEqualByComparingTo(Ranks.sum(each.stream().map(Forecast::amount).toList()));
            var turned = Forecaster.sum(parts.reversed()).ahead(window);
            assertThat(turned.amount()).isCloseTo(sum.amount(), within(tiny()));
            assertThat(turned.band().low()).isCloseTo(sum.band().low(), within(tiny()));
        }
    }

    @Test
    void anEarlierForecastKnowsNothingOfWhatCameThen() {
        var days = Family.SEASON.series(DAYS, 0, 0.05, 1);
        var changed = raised(days, DAYS - 28, DAYS);
        var window = Window.upTo(28, 28);
        var then = Forecaster.of(days).ahead(4, window).orElseThrow();
        assertThat(Forecaster.of(changed).ahead(4, window)).contains(then);
        assertThat(Forecaster.of(days.subList(0, DAYS - 28)).ahead(window)).isEqualTo(then);
        assertThat(Forecaster.of(days).ahead(5, window)).isEmpty();
    }

    @Test
    void costIsForecastBelowZeroOnlyWhereItHasBeenThere() {
        var falling = IntStream.range(0, DAYS).mapToObj(i -> BigDecimal.valueOf(DAYS - i)).toList();
        var forecast = Forecaster.of(falling).ahead(Window.upTo(230, 28));
        assertThat(forecast.amount()).isZero();
        assertThat(forecast.band().low()).isZero();
        var owed = falling.stream().map(d -> d.subtract(BigDecimal.valueOf(50))).toList();
        assertThat(Forecaster.of(owed).ahead(Window.upTo(230, 28)).amount()).isNegative();
    }

    @Test
    void furtherThanCanBeCheckedTheBandGrowsWithTheDistance() {
        var forecaster = Forecaster.of(Family.FLAT.series(DAYS, 0, 0.05, 2));
        var near = forecaster.ahead(Window.upTo(42, 28));
        assertThat(near.checked().isWidened()).isFalse();
        assertThat(near.checked().days()).isEqualTo(42);
        var far = forecaster.ahead(Window.upTo(420, 28));
        assertThat(far.checked().forecasts()).isEqualTo(6);
        assertThat(far.checked().widened())
                .isEqualByComparingTo(
                        BigDecimal.valueOf(420)
                                .divide(BigDecimal.valueOf(far.checked().days()), Ranks.PRECISION));
    }

    @Test
    void elevenWeeksAreTooFew() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Forecaster.of(Collections.nCopies(83, BigDecimal.ONE)))
                .withMessage("a forecast needs 84 days, there are 83");
    }

    private static List<BigDecimal> raised(List<BigDecimal> days, int from, int end) {
        return IntStream.range(0, days.size())
                .mapToObj(
                        i ->
                                from <= i && i < end
                                        ? days.get(i).add(BigDecimal.valueOf(400))
                                        : days.get(i))
                .toList();
    }

    private static BigDecimal percent(long share) {
        return BigDecimal.valueOf(share, 2);
    }

    private static BigDecimal tiny() {
        return new BigDecimal("1e-9");
    }
}
