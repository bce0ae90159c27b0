package dev.glidepath.store.outbox;

import static dev.glidepath.store.outbox.Samples.ADDRESS;
import static dev.glidepath.store.outbox.Samples.KEY;
import static dev.glidepath.store.outbox.Samples.MADE;
import static dev.glidepath.store.outbox.Samples.NOW;
import static dev.glidepath.store.outbox.Samples.WEEK;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glidepath.store.FreshTable;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.time.Duration;
import java.time.Instant;

/// What a recipient had to read at a time, by what was known then.
@ExtendWith(FreshTable.class)
class PastMailTest {

    private static final Instant NEXT_DAY = NOW.plus(Duration.ofDays(1));

    @Test
    void aMailIsReadBeforeWhatIsKnownLaterThanIt() {
        var mail = with(Stage.SENT, NOW);

        assertThat(mail.readBefore(NOW)).isEmpty();
        assertThat(mail.readBefore(NOW.plusNanos(1))).contains(mail.attempts().getFirst());
    }

    @Test
    void aBounceTakesAMailAwayFromWhenItIsKnown() {
        var mail = with(Stage.BOUNCED, NEXT_DAY);

        assertThat(mail.readBefore(NEXT_DAY)).isPresent();
        assertThat(mail.readBefore(NEXT_DAY.plusNanos(1))).isEmpty();
        assertThat(mail.missed(NEXT_DAY)).isEmpty();
        assertThat(mail.missed(NEXT_DAY.plusNanos(1)))
                .contains(Progress.of(Stage.BOUNCED, NEXT_DAY));
    }

    @Test
    void whatWasRejectedOrComplainedOfIsMissedAndWhatArrivedIsNot() {
        for (var stage : Stage.values()) {
            assertThat(with(stage, NOW).missed(NEXT_DAY).isPresent())
                    .as(stage.name())
                    .isEqualTo(
                            stage == Stage.REJECTED
                                    || stage == Stage.BOUNCED
                                    || stage == Stage.COMPLAINED);
        }
    }

    @Test
    void theLastMailIsThatOfTheLastHalfYear(FreshTable.Tables tables) {
        var table = tables.get();
        var outbox = new Outbox(table.dynamo(), table.name());
        var half = WEEK.minus(26);
        outbox.filed(MailKey.of(half.previous(), ADDRESS), ADDRESS, MADE);
        assertThat(outbox.lastMail(WEEK, ADDRESS, NEXT_DAY)).isEmpty();
        assertThat(outbox.newest(WEEK, ADDRESS)).isEmpty();

        outbox.filed(MailKey.of(half, ADDRESS), ADDRESS, MADE);
        assertThat(outbox.lastMail(WEEK, ADDRESS, NEXT_DAY)).map(Mailed::week).contains(half);
        assertThat(outbox.newest(WEEK, ADDRESS)).map(mail -> mail.key().week()).contains(half);
        assertThat(outbox.lastMail(half, ADDRESS, NEXT_DAY))
                .map(Mailed::week)
                .contains(half.previous());
    }

    private static Mail with(Stage stage, Instant at) {
        return Mail.none(KEY, ADDRESS)
                .claimed(new Claim("a", NOW), MADE)
                .with(1, Progress.of(stage, at));
    }
}
