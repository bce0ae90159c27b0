package dev.glidepath.core.anomaly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/// Ten weeks from a Monday on.
class UsualTest {

    private static final LocalDate FROM = LocalDate.of(2026, 1, 5);
    private static final int DAYS = 70;
    private static final BigDecimal LEVEL = BigDecimal.valueOf(100);

    /// 100 a day for six weeks, then 200.
    private static final List<BigDecimal> STEP = days(day -> day < 42 ? 100 : 200);

    @Test
    void aLevelIsTheMedianOfTheFourWeeksBefore() {
        assertThat(before(STEP, 42)).hasValueSatisfying(l -> near(l, "100"));
        assertThat(before(STEP, 56)).hasValueSatisfying(l -> near(l, "150"));
        assertThat(before(STEP, 70)).hasValueSatisfying(l -> near(l, "200"));
    }

    @Test
    void twoWeeksAreTheLeastThatTellALevel() {
        assertThat(before(STEP, 13)).isEmpty();
        assertThat(before(STEP, 14)).hasValueSatisfying(l -> near(l, "100"));
    }

    @Test
    void whatIsLeftOutIsMadeUpForByUpToFourWeeksBefore() {
        var without = new BitSet();
        without.set(42, 70);
        var usual = new Usual(FROM, STEP);
        assertThat(usual.before(70, without)).hasValueSatisfying(l -> near(l, "100"));
        without.set(28, 42);
        assertThat(usual.before(70, without)).isPresent();
        without.set(14);
        assertThat(usual.before(70, without)).isEmpty();
    }

    @Test
    void aroundEndsBeforeItsEnd() {
        var usual = new Usual(FROM, STEP);
        assertThat(usual.around(39, 42)).hasValueSatisfying(l -> near(l, "100"));
        assertThat(usual.around(41, 43)).hasValueSatisfying(l -> near(l, "150"));
        assertThat(usual.around(42, 43)).hasValueSatisfying(l -> near(l, "200"));
        assertThat(usual.around(-7, 1)).hasValueSatisfying(l -> near(l, "100"));
        assertThat(usual.around(69, 90)).hasValueSatisfying(l -> near(l, "200"));
        assertThat(usual.around(42, 42)).isEmpty();
    }

    @Test
    void aQuietDayOfTheWeekTellsNoLevel() {
        // A Sunday has 12 of a week's 612, which is 0.14 of its mean; or 30 of 630, 0.33.
        assertThat(new Usual(FROM, days(day -> day % 7 == 6 ? 12 : 100)).around(6, 7)).isEmpty();
        assertThat(new Usual(FROM, days(day -> day % 7 == 6 ? 30 : 100)).around(6, 7)).isPresent();
    }

    @Test
    void aRhythmIsWhatADayHasOfTheSevenAroundIt() {
        var usual = new Usual(FROM, days(day -> day % 7 == 6 ? 50 : 100));
        var mean = new BigDecimal(650).divide(BigDecimal.valueOf(7), MathContext.DECIMAL64);
        assertThat(usual.expected(6, mean)).isEqualByComparingTo("50.00");
        assertThat(usual.expected(7, mean)).isEqualByComparingTo("100.00");
        assertThat(usual.above(13, mean)).isEqualByComparingTo("0.00");
        assertThat(usual.expected(0, mean).scale()).isEqualTo(2);
    }

    @Test
    void noiseIsHalfAPercentAtLeast() {
        assertThat(new Usual(FROM, days(_ -> 100)).noise()).isEqualByComparingTo("0.5");
        assertThat(new Usual(FROM, days(_ -> 0)).noise()).isEqualByComparingTo("0");
        assertThat(new Usual(FROM, List.of()).noise()).isEqualByComparingTo("0");
    }

    @Test
    void noiseIsWhatDaysAreMostlyOff() {
        // Two of three days are 10 off, and 1.4826 times the median is the noise.
        var usual = new Usual(FROM, days(day -> 90 + day % 3 * 10));
        assertThat(usual.noise()).isCloseTo(new BigDecimal("14.8"), within(new BigDecimal("1")));
    }

    @Test
    void oneDayInTenMayBeAsWildAsItWants() {
        assertThat(new Usual(FROM, wild(6)).noise()).isLessThan(new BigDecimal("5"));
        assertThat(new Usual(FROM, wild(7)).noise())
                .isCloseTo(new BigDecimal("243"), within(new BigDecimal("10")));
    }

    private static List<BigDecimal> wild(int count) {
        return days(day -> day >= 30 && day < 30 + count ? 500 : 100);
    }

    @Test
    void aFeeIsMonthlyWhenOneOfAtLeastHalfOfItWasThereAMonthBefore() {
        assertThat(isExpected(27, 500, 500)).isTrue();
        assertThat(isExpected(32, 500, 500)).isTrue();
        assertThat(isExpected(30, 300, 500)).isTrue();
        assertThat(isExpected(26, 500, 500)).isFalse();
        assertThat(isExpected(33, 500, 500)).isFalse();
        assertThat(isExpected(30, 299, 500)).isFalse();
    }

    @Test
    void whatIsWithinTheNoiseIsNoFee() {
        // The noise is 0.5, and 8.5 times as much is far.
        assertThat(new Usual(FROM, fee(30, 105, 105)).above(60, LEVEL)).isEqualByComparingTo("0");
        assertThat(new Usual(FROM, fee(30, 104, 104)).above(60, LEVEL)).isEqualByComparingTo("4");
    }

    private static boolean isExpected(int daysBefore, int before, int now) {
        return new Usual(FROM, fee(daysBefore, before, now)).above(60, LEVEL).signum() == 0;
    }

    /// 100 a day, but for the 61st and one before it.
    private static List<BigDecimal> fee(int daysBefore, int before, int now) {
        return days(day -> day == 60 ? now : day == 60 - daysBefore ? before : 100);
    }

    private static Optional<BigDecimal> before(List<BigDecimal> costs, int day) {
        return new Usual(FROM, costs).before(day, new BitSet());
    }

    private static void near(BigDecimal level, String expected) {
        assertThat(level).isCloseTo(new BigDecimal(expected), within(new BigDecimal("0.01")));
    }

    private static List<BigDecimal> days(IntUnaryOperator cost) {
        return new ArrayList<>(
                IntStream.range(0, DAYS).map(cost).mapToObj(BigDecimal::valueOf).toList());
    }
}
