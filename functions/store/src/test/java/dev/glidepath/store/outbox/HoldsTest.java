package dev.glidepath.store.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glidepath.core.calendar.Week;
import dev.glidepath.store.FreshTable;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.time.Instant;

@ExtendWith(FreshTable.class)
class HoldsTest {

    private static final Week WEEK = Week.parse("2026-W19");
    private static final Instant NOON = Instant.parse("2026-05-13T12:00:00Z");

    private Outbox outbox;

    @BeforeEach
    void startEmpty(FreshTable.Tables tables) {
        var table = tables.get();
        outbox = new Outbox(table.dynamo(), table.name());
    }

    @Test
    void aWeekIsHeldUntilItIsReleasedAndEachDecisionIsKept() {
        assertThat(outbox.hold(WEEK)).isEmpty();
        assertThat(outbox.decide(WEEK, decision(true, NOON, "disputed"))).isTrue();
        assertThat(outbox.hold(WEEK)).contains(decision(true, NOON, "disputed"));
        assertThat(outbox.hold(WEEK.previous())).isEmpty();
        assertThat(outbox.decide(WEEK, decision(false, NOON.plusSeconds(9), "settled"))).isTrue();
        assertThat(outbox.hold(WEEK)).isEmpty();
        assertThat(outbox.decide(WEEK, decision(true, NOON.plusSeconds(99), "again"))).isTrue();
        assertThat(outbox.holds(WEEK))
                .extracting(Hold::reason)
                .containsExactly("disputed", "settled", "again");
    }

    @Test
    void theSameDecisionAgainChangesNothing() {
        assertThat(outbox.decide(WEEK, decision(false, NOON, "none"))).isFalse();
        outbox.decide(WEEK, decision(true, NOON, "first"));
        assertThat(outbox.decide(WEEK, decision(true, NOON.plusSeconds(1), "second"))).isFalse();
        assertThat(outbox.hold(WEEK)).contains(decision(true, NOON, "first"));
    }

    @Test
    void timesSortWhateverTheirFractions() {
        outbox.decide(WEEK, decision(true, NOON, "held"));
        outbox.decide(WEEK, decision(false, NOON.plusMillis(500), "over"));
        outbox.decide(WEEK, decision(true, NOON.plusSeconds(1), "held again"));

        assertThat(outbox.holds(WEEK))
                .extracting(Hold::reason)
                .containsExactly("held", "over", "held again");
    }

    @Test
    void whoHoldsIsSaidWithoutAnAddress() {
        assertThat(new Hold(true, NOON, "ann@acme.com", "disputed").words(WEEK))
                .startsWith("held by … since");
    }

    @Test
    void aClockThatIsBehindStillReleases() {
        outbox.decide(WEEK, decision(true, NOON, "held"));
        assertThat(outbox.decide(WEEK, decision(false, NOON.minusSeconds(60), "over"))).isTrue();
        assertThat(outbox.hold(WEEK)).isEmpty();
    }

    @Test
    void mailsAreNoDecisionsAndTheWordsHaveNoAddress() {
        outbox.decide(WEEK, decision(true, NOON, "ask cfo@acme.com"));
        assertThat(outbox.mails(WEEK)).isEmpty();
        assertThat(outbox.hold(WEEK).orElseThrow().words(WEEK))
                .isEqualTo(
                        "held by ann since 2026-05-13T12:00:00Z: ask …; ./glidepath release --week"
                                + " 2026-W19 releases it");
    }

    private static Hold decision(boolean held, Instant at, String reason) {
        return new Hold(held, at, "ann", reason);
    }
}
