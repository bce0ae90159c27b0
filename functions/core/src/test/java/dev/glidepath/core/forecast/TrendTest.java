package dev.glidepath.core.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

class TrendTest {

    private static final Offset<BigDecimal> TINY = within(new BigDecimal("1e-9"));

    /// From 1000 on one more each day, which is 1111 on the last.
    private static final Trend LINE = Trend.of(days(112, day -> 1000 + day), 0);

    @ParameterizedTest
    @CsvSource({"0, 1, 1112", "0, 2, 1112.5", "28, 56, 1153.5"})
    void aLineGoesOn(int from, int end, BigDecimal mean) {
        assertThat(LINE.mean(new Window(from, end))).isCloseTo(mean, TINY);
    }

    /// 0.985, then 0.985² more, then 0.985³ more.
    @ParameterizedTest
    @CsvSource({
        "0, 1, 1111.985",
        "0, 2, 1112.4701125",
        "1, 2, 1112.955225",
        "2, 3, 1113.910896625"
    })
    void aFadingOneGoesOnForLessEachDay(int from, int end, BigDecimal mean) {
        assertThat(LINE.fading(new Window(from, end))).isCloseTo(mean, TINY);
    }

    @Test
    void aStepIsNoSlope() {
        var step = Trend.of(days(112, day -> day < 59 ? 100 : 500), 59);
        assertThat(step.perDay()).isEqualByComparingTo("0");
        assertThat(step.today()).isEqualByComparingTo("500");
        assertThat(Trend.of(days(112, day -> day < 59 ? 100 + day : 500 + day), 59).perDay())
                .isEqualByComparingTo("1");
    }

    @Test
    void fourWeeksAreTooFewForASlope() {
        assertThat(Trend.of(days(28, day -> 1000 + day), 0).perDay()).isEqualByComparingTo("0");
        assertThat(Trend.of(days(35, day -> 1000 + day), 0).perDay()).isEqualByComparingTo("1");
    }

    @Test
    void thirteenWeeksAreLookedAt() {
        var late = Trend.of(days(182, day -> Math.max(91, day)), 0);
        assertThat(late.perDay()).isEqualByComparingTo("1");
        assertThat(late.today()).isEqualByComparingTo("181");
        var early = Trend.of(days(182, day -> Math.min(91, day)), 0);
        assertThat(early.perDay()).isEqualByComparingTo("0");
        assertThat(early.today()).isEqualByComparingTo("91");
    }

    @Test
    void aLevelThatIsTwoPercentOffIsANewOne() {
        assertThat(LevelShift.newest(days(84, day -> day < 70 ? 10_000 : 10_201))).isEqualTo(70);
        assertThat(LevelShift.newest(days(84, day -> day < 70 ? 10_000 : 9_700))).isEqualTo(70);
        assertThat(LevelShift.newest(days(84, day -> day < 70 ? 10_000 : 10_150))).isZero();
        assertThat(LevelShift.newest(days(84, _ -> 10_000))).isZero();
    }

    @Test
    void theNewestOfTwoLevelsCounts() {
        IntUnaryOperator steps = day -> day < 30 ? 1_000 : day < 60 ? 1_500 : 1_200;
        assertThat(LevelShift.newest(days(84, steps))).isEqualTo(60);
    }

    /// Fewer days have to differ by more.
    @ParameterizedTest
    @CsvSource({"3, 2000, 81", "2, 2000, 0", "6, 2000, 78", "3, 1025, 0", "6, 1030, 78"})
    void aNewLevelIsSeenFromItsThirdDayOn(int days, int level, int shift) {
        assertThat(LevelShift.newest(days(84, day -> day < 84 - days ? 1_000 : level)))
                .isEqualTo(shift);
    }

    private static List<BigDecimal> days(int count, IntUnaryOperator amount) {
        return IntStream.range(0, count).map(amount).mapToObj(BigDecimal::valueOf).toList();
    }
}
