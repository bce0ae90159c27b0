package dev.glidepath.core.figures;

import static dev.glidepath.core.figures.Scores.measure;
import static dev.glidepath.core.figures.Scores.score;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glidepath.core.assess.Scorecard.Origin;
import dev.glidepath.core.assess.Scorecard.Score;
import dev.glidepath.core.assess.Scorecard.Verdict;
import dev.glidepath.core.assess.Scorecard.Verdict.NoTarget;
import dev.glidepath.core.assess.Scorecard.Verdict.NotEnoughData;
import dev.glidepath.core.assess.Scorecard.Verdict.OnPath;
import dev.glidepath.core.assess.Scorecard.Verdict.Undated;
import dev.glidepath.core.assess.Scorecard.Versus;
import dev.glidepath.core.assess.Standing.Pace;
import dev.glidepath.core.assess.Standing.Status;
import dev.glidepath.core.figures.ScoreTable.Row;
import dev.glidepath.core.plan.Measure;
import dev.glidepath.core.plan.Source;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

class ScoreRowsTest {

    private static final Measure QUALITY = measure("KPIs", "Quality");
    private static final LocalDate DAY = LocalDate.of(2026, 4, 9);

    @ParameterizedTest
    @CsvSource({
        "AHEAD, 2.04, false, 'Ahead 2.0 months, asked 82.1%', GOOD",
        "ON_TRACK, -0.04, false, 'On track, asked 82.1%', NEUTRAL",
        "BEHIND, -3, true, 'Behind >3.0 months, asked 82.1%', BAD",
        "MET, 3, true, 'Met, asked 82.1%', GOOD"
    })
    void aDatedMeasureSaysHowFarItIs(
            Status status, BigDecimal months, boolean orMore, String words, Tone tone) {
        var verdict = new OnPath(status, new BigDecimal("82.1"), new Pace.Months(months, orMore));
        assertThat(row(score(Scores.dated(QUALITY, "85"), "80", verdict)))
                .isEqualTo(new Row("Quality", "80%", "85% by 6M", words, tone));
    }

    @Test
    void aPathWithoutDatesHasNoMonths() {
        var verdict = new OnPath(Status.BEHIND, new BigDecimal("82.1"), new Pace.Undated());
        assertThat(row(score(QUALITY, "80", verdict)).status()).isEqualTo("Behind, asked 82.1%");
    }

    @ParameterizedTest
    @CsvSource({
        "true, true, true, above 90%, Met, GOOD",
        "false, true, false, below 90%, Not met, NEUTRAL",
        "true, false, true, 90%, Met, GOOD"
    })
    void anUndatedMeasureIsMetOrNot(
            boolean higher, boolean beyond, boolean met, String target, String word, Tone tone) {
        assertThat(row(score(Scores.undated(higher, "90", beyond), "91", new Undated(met))))
                .isEqualTo(new Row("Quality", "91%", target, word, tone));
    }

    @ParameterizedTest
    @CsvSource({"BETTER, better", "SAME, the same", "WORSE, worse"})
    void aBenchmarkSaysOnWhichSideOfItTheValueIs(Versus versus, String word) {
        var compared = Scores.compared(Scores.dated(QUALITY, "85"), "95");
        var score = Scores.against(versus, score(compared, "80", new NoTarget()));
        assertThat(row(score).targets()).isEqualTo("85% by 6M, benchmark 95%: " + word);
        assertThat(row(Scores.unknown(compared, new NoTarget())))
                .isEqualTo(new Row("Quality", "–", "85% by 6M, benchmark 95%", "", Tone.NEUTRAL));
    }

    @Test
    void aValueThatIsOldOrOfFewerDaysSaysSo() {
        assertThat(status(new Origin.Stated(45, false), new NoTarget())).isEqualTo("45 days old");
        assertThat(status(new Origin.Stated(3, true), new NoTarget())).isEmpty();
        assertThat(status(new Origin.Metered(5, 7), new NoTarget())).isEqualTo("5 of 7 days");
        assertThat(status(new Origin.Metered(7, 7), new NoTarget())).isEmpty();
        assertThat(status(new Origin.Metered(0, 7), new NoTarget())).isEmpty();
        assertThat(status(new Origin.Computed(), new NoTarget())).isEmpty();
    }

    @Test
    void whatIsNotKnownSaysSinceWhen() {
        var lacking = new NotEnoughData(DAY, Optional.of(new BigDecimal("82.1")));
        assertThat(row(Scores.unknown(QUALITY, lacking)))
                .isEqualTo(
                        new Row(
                                "Quality",
                                "–",
                                "",
                                "No data since 9 Apr, asked 82.1%",
                                Tone.NEUTRAL));
        assertThat(status(new Origin.Stated(45, false), lacking))
                .isEqualTo("45 days old, asked 82.1%");
        assertThat(status(Scores.FRESH, new NotEnoughData(DAY, Optional.empty())))
                .isEqualTo("No data since 9 Apr");
    }

    @ParameterizedTest
    @CsvSource({"78, 78% a week before", "80.0, ''", "80.001, ''"})
    void saysWhatItWasAWeekBeforeWhereThatIsSeen(String before, String words) {
        assertThat(row(Scores.before(before, score(QUALITY, "80", new NoTarget()))).status())
                .isEqualTo(words);
    }

    @Test
    void aMeasureOfAnotherTableNamesIt() {
        var same = Scores.from(QUALITY, new Source.SameAs("Engineering / Quality"));
        assertThat(row(Scores.before("78", score(same, "80", new NoTarget()))).status())
                .isEqualTo("as Engineering");
    }

    @Test
    void onlyWhatIsGoodOrBadHasAColour() {
        assertThat(row(score(QUALITY, "80", new NoTarget())).isPlain()).isTrue();
        assertThat(row(score(QUALITY, "80", new Undated(true))).isPlain()).isFalse();
    }

    private static String status(Origin origin, Verdict verdict) {
        return row(score(QUALITY, "80", origin, verdict)).status();
    }

    private static Row row(Score score) {
        return new ScoreRows(new Quantities(Assessed.DOLLARS)).row(score);
    }
}
