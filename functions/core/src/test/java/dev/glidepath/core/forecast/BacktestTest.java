package dev.glidepath.core.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.math.BigDecimal;
import java.util.List;

/// Forecasts of made-up series against what then came, beside those of last week's days over again,
/// of the mean of everything, and of the mean of the last 28 days.
class BacktestTest {

    private static final int SEEDS = 40;
    private static final int MORE_SEEDS = 100;
    private static final int HALF_A_YEAR = 27;
    private static final Window MONTH = new Window(0, 20);
    private static final Window EIGHT_WEEKS = Window.upTo(56, 28);
    private static final Window FAR = Window.upTo(175, 28);

    @ParameterizedTest
    @EnumSource
    void isHardlyEverWorseThanTheBestOfThePlainForecasts(Family family) {
        Score.of(family, List.of(MONTH, EIGHT_WEEKS, FAR), HALF_A_YEAR, SEEDS)
                .forEach(
                        (window, score) ->
                                assertThat(score.againstTheBest())
                                        .as("%s %s", family, window)
                                        .isLessThan(slack(family)));
    }

    /// With noise only, nothing beats the mean of everything: what it costs to look for more.
    private static BigDecimal slack(Family family) {
        return switch (family) {
            case STEP, TREND, EXPIRY, SPIKE -> percent(90);
            case FLAT, SEASON, LASTING_NOISE, GROWING_EXPIRY -> percent(110);
        };
    }

    @ParameterizedTest
    @EnumSource(names = {"FLAT", "SEASON", "LASTING_NOISE"})
    void theBandHoldsAboutFourInFive(Family family) {
        for (int weeks : List.of(16, HALF_A_YEAR)) {
            Score.of(family, List.of(MONTH, EIGHT_WEEKS), weeks, MORE_SEEDS)
                    .forEach(
                            (window, score) ->
                                    assertThat(score.coverage())
                                            .as("%s %s %s weeks", family, window, weeks)
                                            .isBetween(percent(70), percent(92)));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aBandThatIsWidenedHoldsAtLeastSevenInTen(Family family) {
        assertThat(Score.of(family, List.of(FAR), 16, SEEDS).get(FAR))
                .satisfies(s -> assertThat(s.coverage()).isGreaterThan(percent(70)));
    }

    private static BigDecimal percent(long share) {
        return BigDecimal.valueOf(share, 2);
    }
}
