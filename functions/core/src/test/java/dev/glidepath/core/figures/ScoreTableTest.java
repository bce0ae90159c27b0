package dev.glidepath.core.figures;

import static dev.glidepath.core.figures.Scores.measure;
import static dev.glidepath.core.figures.Scores.score;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glidepath.core.assess.Scorecard;
import dev.glidepath.core.assess.Scorecard.Origin;
import dev.glidepath.core.assess.Scorecard.Score;
import dev.glidepath.core.assess.Scorecard.Verdict.NoTarget;
import dev.glidepath.core.assess.Scorecard.Verdict.NotEnoughData;
import dev.glidepath.core.assess.Scorecard.Verdict.OnPath;
import dev.glidepath.core.assess.Scorecard.Verdict.Undated;
import dev.glidepath.core.assess.Standing;
import dev.glidepath.core.assess.Standing.Pace;
import dev.glidepath.core.assess.Standing.Status;
import dev.glidepath.core.figures.ScoreTable.Grid;
import dev.glidepath.core.figures.ScoreTable.Group;
import dev.glidepath.core.figures.ScoreTable.Row;
import dev.glidepath.core.plan.Source;

import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

class ScoreTableTest {

    private static final NoTarget PLAIN = new NoTarget();

    @Test
    void aPlanWithoutMeasuresHasNoTable() {
        assertThat(tables(List.of())).isEmpty();
    }

    @Test
    void groupsOfTheSameMeasuresWithoutTargetsAreLinesOfOneTable() {
        var old = new Origin.Stated(45, false);
        var older = new Origin.Stated(61, false);
        var table =
                table(
                        score(measure("Acme", "Uptime"), "99.9", PLAIN),
                        Scores.unknown(measure("Acme", "Speed"), PLAIN),
                        score(measure("KPIs", "Uptime"), "99.5", new Undated(true)),
                        score(measure("Bolt", "Uptime"), "98", old, PLAIN),
                        score(measure("Bolt", "Speed"), "70", older, PLAIN));
        assertThat(table.grids())
                .containsExactly(
                        new Grid(
                                List.of("Uptime", "Speed"),
                                List.of(
                                        List.of("Acme", "99.9%", "–"),
                                        List.of("Bolt, 61 days old", "98%", "70%"))));
        assertThat(table.groups())
                .containsExactly(
                        new Group(
                                "KPIs", List.of(new Row("Uptime", "99.5%", "", "Met", Tone.GOOD))));
    }

    @Test
    void aGroupThatIsLikeNoOtherOrHasABenchmarkStandsByItself() {
        var compared = Scores.compared(measure("Bolt", "Uptime"), "99");
        var table =
                table(
                        score(measure("Acme", "Uptime"), "99.9", PLAIN),
                        score(compared, "98", PLAIN),
                        score(measure("Core", "Speed"), "98", PLAIN));
        assertThat(table.grids()).isEmpty();
        assertThat(table.groups()).extracting(Group::name).containsExactly("Acme", "Bolt", "Core");
    }

    @Test
    void countsWhereTheMeasuresAreAndOneOfTwoTablesOnce() {
        var scores = new ArrayList<Score>();
        for (var status : Status.values()) {
            var verdict = new OnPath(status, BigDecimal.TEN, new Pace.Undated());
            scores.add(score(measure("KPIs", status.name()), "1", verdict));
        }
        scores.add(score(measure("KPIs", "a"), "1", new Undated(true)));
        scores.add(score(measure("KPIs", "b"), "1", new Undated(false)));
        scores.add(score(measure("KPIs", "e"), "1", new Undated(false)));
        scores.add(score(measure("KPIs", "f"), "1", new Undated(false)));
        scores.add(score(measure("KPIs", "c"), "1", PLAIN));
        scores.add(
                Scores.unknown(
                        measure("KPIs", "d"),
                        new NotEnoughData(Assessed.WEEK.monday(), Optional.empty())));
        scores.add(
                score(
                        Scores.from(measure("More", "a"), new Source.SameAs("KPIs / a")),
                        "1",
                        new Undated(true)));
        assertThat(table(scores.toArray(new Score[0])).notes().getFirst())
                .isEqualTo(
                        "10 measures: 1 ahead, 2 met, 1 on track, 1 behind, 3 not met, 1 without"
                                + " enough data, 1 without a target. One that stands in two tables"
                                + " is counted once.");
        assertThat(table(scores.getFirst()).notes())
                .satisfiesExactly(
                        tally ->
                                assertThat(tally)
                                        .startsWith("1 measures: 1 ahead. One that stands"),
                        band -> assertThat(band).startsWith("On track: within 2.0% of the way"));
    }

    private static ScoreTable table(Score... scores) {
        return tables(List.of(scores)).orElseThrow();
    }

    private static Optional<ScoreTable> tables(List<Score> scores) {
        var assessed =
                Assessed.of(new Standing.NoTarget(BigDecimal.TEN), "1", "1")
                        .with(new Scorecard(Assessed.WEEK.sunday(), scores));
        return ScoreTable.of(assessed.assessment(), Assessed.DOLLARS);
    }
}
