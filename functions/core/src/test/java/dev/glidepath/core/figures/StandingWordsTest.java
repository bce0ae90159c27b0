package dev.glidepath.core.figures;

import static dev.glidepath.core.figures.Assessed.DOLLARS;
import static dev.glidepath.core.figures.Assessed.days;
import static dev.glidepath.core.figures.Assessed.measured;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glidepath.core.assess.Standing;
import dev.glidepath.core.assess.Standing.Cut;
import dev.glidepath.core.assess.Standing.Pace;
import dev.glidepath.core.assess.Standing.Status;
import dev.glidepath.core.cost.Metric;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.math.BigDecimal;
import java.util.Optional;

class StandingWordsTest {

    private static final Standing NO_TARGET = new Standing.NoTarget(new BigDecimal("500"));
    private static final Standing TOO_LITTLE = new Standing.NotEnoughData(19, Optional.empty());

    @ParameterizedTest
    @CsvSource({
        "AHEAD, Ahead of plan, GOOD",
        "ON_TRACK, On track, NEUTRAL",
        "BEHIND, Behind plan, BAD",
        "MET, Target met, GOOD"
    })
    void eachStatusHasItsWordAndItsTone(Status status, String word, Tone tone) {
        var verdict = Verdict.of(measured(status, "90", "100"), DOLLARS);
        assertThat(verdict.status()).isEqualTo(word);
        assertThat(verdict.tone()).isEqualTo(tone);
    }

    @Test
    void theFigureIsTheGapOfWhatIsShown() {
        assertThat(Verdict.of(measured(Status.BEHIND, "100.5", "90.4"), DOLLARS))
                .isEqualTo(new Verdict(Tone.BAD, "Behind plan", "$11", "a month above plan", ""));
        assertThat(Verdict.of(measured(Status.AHEAD, "80", "90"), DOLLARS))
                .isEqualTo(
                        new Verdict(Tone.GOOD, "Ahead of plan", "$10", "a month below plan", ""));
    }

    @Test
    void whatCannotBeHeldAgainstThePlanSaysWhatItIs() {
        assertThat(Verdict.of(NO_TARGET, DOLLARS))
                .isEqualTo(new Verdict(Tone.NEUTRAL, "No target", "$500", "a month", ""));
        assertThat(Verdict.of(TOO_LITTLE, DOLLARS))
                .isEqualTo(
                        new Verdict(
                                Tone.UNKNOWN,
                                "Not enough data",
                                "19 of 28",
                                "days known; a run-rate needs them all",
                                ""));
    }

    @ParameterizedTest
    @CsvSource({
        "2.14, false, 2.1 months ahead",
        "-2.14, false, 2.1 months behind",
        "3, true, more than 3.0 months ahead",
        "-0.05, false, 0.1 months behind",
        "0.04, false, on the day",
        "0.04, true, ''"
    })
    void tellsHowFarInTime(BigDecimal months, boolean orMore, String words) {
        assertThat(Words.pace(new Pace.Months(months, orMore), DOLLARS)).isEqualTo(words);
    }

    @Test
    void aCutSaysHowMuchAndUntilWhen() {
        var perWeek = new Cut.PerWeek(new BigDecimal("120"), "6M", new BigDecimal("7.43"));
        assertThat(Words.cut(perWeek, DOLLARS)).isEqualTo("$120");
        assertThat(Words.cutUntil(perWeek, DOLLARS)).isEqualTo("for 7.4 weeks, to 6M");

        var overdue = new Cut.Overdue(new BigDecimal("90"), "6M");
        assertThat(Words.cut(overdue, DOLLARS)).isEqualTo("$90");
        assertThat(Words.cutUntil(overdue, DOLLARS)).isEqualTo("overdue since 6M");

        assertThat(Words.cut(new Cut.NotNeeded(), DOLLARS)).isEqualTo("none");
        assertThat(Words.cutUntil(new Cut.NotNeeded(), DOLLARS)).isEmpty();
    }

    @Test
    void aWeekIsFinalWhenAllOfItIsSettledAndKnown() {
        var assessed = Assessed.of(NO_TARGET, "6", "7");
        assertThat(Words.dataStatus(assessed.assessment())).isEqualTo("final");
        assertThat(Words.dataStatus(assessed.in(days(7, 7), days(6, 7)).assessment()))
                .isEqualTo("estimated");
    }

    @Test
    void aCostThatRoseIsBad() {
        assertThat(Tone.of(new BigDecimal("0.01"))).isEqualTo(Tone.BAD);
        assertThat(Tone.of(new BigDecimal("-0.01"))).isEqualTo(Tone.GOOD);
        assertThat(Tone.of(BigDecimal.ZERO)).isEqualTo(Tone.NEUTRAL);
    }

    @ParameterizedTest
    @CsvSource({
        "BILLED, Billed cost",
        "EFFECTIVE, Effective cost",
        "LIST, List cost",
        "CONTRACTED, Contracted cost"
    })
    void namesTheMetric(Metric metric, String name) {
        assertThat(Words.metric(metric)).isEqualTo(name);
    }
}
