package dev.glidepath.store;

import static dev.glidepath.store.Sample.FIRST;
import static dev.glidepath.store.Sample.START;
import static dev.glidepath.store.Sample.id;
import static dev.glidepath.store.Sample.line;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glidepath.core.cost.ChargeDays;
import dev.glidepath.core.cost.Execution;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/// What became different between two times.
@ExtendWith(FreshTable.class)
class ReplacedTest {

    private static final LocalDate SECOND = FIRST.plusDays(1);
    private static final Instant LATER = START.plusSeconds(60);

    private final Sample early =
            Sample.of(
                    id("aws", 1),
                    Map.of(
                            FIRST, List.of(line("S3", "001", "1")),
                            SECOND, List.of(line("S3", "001", "2"))));

    private Snapshots snapshots;

    @BeforeEach
    void recordOne(FreshTable.Tables tables) {
        snapshots = tables.get().snapshots();
        early.into(snapshots, START);
    }

    @Test
    void aDayThatIsGoneIsNotOverlooked() {
        Sample.of(id("aws", 2), Map.of(FIRST, List.of(line("S3", "001", "1"))))
                .into(snapshots, LATER);

        assertThat(snapshots.replaced(ChargeDays.of(SECOND), START, LATER))
                .singleElement()
                .satisfies(r -> assertThat(r.linesBefore()).containsOnlyKeys(SECOND))
                .satisfies(r -> assertThat(r.linesNow()).isEmpty());
    }

    @Test
    void anExecutionThatWasReadAgainReplacesWhatWasReadOfIt() {
        var again =
                Sample.of(
                        early.execution().id(),
                        Map.of(
                                FIRST, List.of(line("S3", "001", "1")),
                                SECOND, List.of(line("S3", "001", "3"))));
        snapshots.recordAgain(again.execution(), Sample.PLAN, again.days(), () -> LATER);

        assertThat(snapshots.replaced(new ChargeDays(FIRST, SECOND.plusDays(1)), START, LATER))
                .singleElement()
                .satisfies(r -> assertThat(r.linesBefore()).containsOnlyKeys(SECOND))
                .satisfies(r -> assertThat(r.linesNow()).containsOnlyKeys(SECOND));
    }

    @Test
    void aBillingPeriodIsHeldAgainstItsOwnOfBefore() {
        var october =
                new Execution.Id("aws", Sample.NOVEMBER.minusMonths(1), "1", START.minusSeconds(1));
        Sample.of(october, Map.of(FIRST.minusDays(1), List.of(line("S3", "001", "5"))))
                .into(snapshots, START);
        Sample.of(id("aws", 2), Map.of(FIRST, List.of(line("S3", "001", "1"))))
                .into(snapshots, LATER);

        var range = new ChargeDays(FIRST.minusDays(1), SECOND.plusDays(1));
        assertThat(snapshots.replaced(range, START, LATER))
                .singleElement()
                .extracting(r -> r.before().orElseThrow().execution().id())
                .isEqualTo(early.execution().id());
    }

    @Test
    void rulesThatComeBackAreTheNewestAgain() {
        early.into(snapshots, "plan-2", LATER);
        early.into(snapshots, Sample.PLAN, LATER.plusSeconds(1));

        assertThat(snapshots.history("aws", Sample.NOVEMBER, LATER.plusSeconds(1)))
                .extracting(Recorded::allocation)
                .containsExactly(Sample.PLAN, "plan-2", Sample.PLAN);
    }

    @Test
    void daysOfAnExecutionAreItsOwnAlsoWhenAnotherCameSince() {
        var recorded = snapshots.newest("aws", Sample.NOVEMBER).orElseThrow();
        Sample.of(id("aws", 2), Map.of(FIRST, List.of(line("S3", "001", "9"))))
                .into(snapshots, LATER);

        assertThat(snapshots.days(recorded)).containsOnlyKeys(FIRST, SECOND);
    }

    @Test
    void filesThatAreOthersUnderTheSameIdAreRecordedAgain() {
        var execution = early.execution();
        var mended =
                new Execution(execution.id(), execution.source(), List.of(), execution.totals());

        assertThat(snapshots.record(mended, Sample.PLAN, early.days(), () -> LATER))
                .isEqualTo(new Recording.Added(0, 2));
    }
}
