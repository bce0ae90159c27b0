package dev.glidepath.store.outbox;

import static dev.glidepath.store.outbox.Samples.ADDRESS;
import static dev.glidepath.store.outbox.Samples.KEY;
import static dev.glidepath.store.outbox.Samples.MADE;
import static dev.glidepath.store.outbox.Samples.NOW;
import static dev.glidepath.store.outbox.Samples.WEEK;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Random;
import java.util.SplittableRandom;

class MailTest {

    private static final Mail CLAIMED = Mail.none(KEY, ADDRESS).claimed(new Claim("a", NOW), MADE);

    @Test
    void isFreeUntilItIsClaimed() {
        assertThat(Mail.none(KEY, ADDRESS).standing(NOW)).isEqualTo(new Standing.Free());
        assertThat(CLAIMED.standing(NOW))
                .isEqualTo(new Standing.InHand(NOW.plus(Duration.ofMinutes(15))));
    }

    @Test
    void aClaimThatLapsedMayHaveBeenSent() {
        var open = new Standing.Open(NOW.plus(Duration.ofHours(12)));
        assertThat(CLAIMED.standing(NOW.plus(Duration.ofMinutes(15)))).isEqualTo(open);
        assertThat(with(Stage.UNKNOWN).standing(NOW)).isEqualTo(open);
        assertThat(with(Stage.UNKNOWN).standing(NOW.plus(Duration.ofHours(12))))
                .isEqualTo(new Standing.Free());
    }

    @Test
    void whatWasNotAcceptedIsFreeAtOnce() {
        assertThat(with(Stage.NOT_ACCEPTED).standing(NOW)).isEqualTo(new Standing.Free());
    }

    @Test
    void whatWasAcceptedIsNeverFree() {
        for (var stage : Stage.values()) {
            assertThat(with(stage).standing(Instant.MAX) instanceof Standing.Accepted)
                    .as(stage.name())
                    .isEqualTo(stage.accepted());
        }
    }

    @Test
    void anEventOfAnEarlierAttemptSettlesTheMail() {
        var again = with(Stage.UNKNOWN).claimed(new Claim("b", NOW.plusSeconds(60_000)), MADE);
        var settled = again.with(1, Samples.sent("m-1"));
        assertThat(settled.standing(Instant.MAX)).isInstanceOf(Standing.Accepted.class);
        assertThat(settled.accepted()).isOne();
        assertThat(settled.with(2, Samples.sent("m-2")).accepted()).isEqualTo(2);
    }

    @Test
    void whatIsKnownOfAnAttemptNeverGetsLessAndAnyOrderEndsTheSame() {
        for (int seed = 0; seed < 500; seed++) {
            var random = new SplittableRandom(seed);
            var news = new ArrayList<Progress>();
            for (int i = random.nextInt(1, 8); i > 0; i--) {
                var stage = Stage.values()[random.nextInt(Stage.values().length)];
                var at = NOW.plusSeconds(random.nextInt(3));
                news.add(
                        new Progress(stage, at, "m-" + random.nextInt(2), "n" + random.nextInt(2)));
            }
            var end = applied(news);
            news.addAll(news.subList(0, news.size() / 2));
            Collections.shuffle(news, new Random(seed));
            assertThat(applied(news)).as("seed %s", seed).isEqualTo(end);
        }
    }

    private static Mail applied(Iterable<Progress> news) {
        var mail = CLAIMED;
        for (var progress : news) {
            var next = mail.with(1, progress);
            var before = mail.attempts().getFirst().progress();
            assertThat(next.attempts().getFirst().progress()).isGreaterThanOrEqualTo(before);
            mail = next;
        }
        return mail;
    }

    @Test
    void addressesThatDifferInCaseAloneAreOne() {
        assertThat(MailKey.of(WEEK, "Finance@Example.com ")).isEqualTo(KEY);
        assertThat(MailKey.of(WEEK.previous(), ADDRESS)).isNotEqualTo(KEY);
    }

    @Test
    void anIdIsReadBackAndNothingElseIsAnId() {
        var id = new OutboxId(KEY, 12);
        assertThat(id.text()).matches("[A-Za-z0-9_-]{1,255}").doesNotContain("finance");
        assertThat(OutboxId.parse(id.text())).contains(id);
        for (var text : new String[] {"", "2026-W19", "x" + id.text(), id.text() + "0000000"}) {
            assertThat(OutboxId.parse(text)).as(text).isEmpty();
        }
        assertThat(OutboxId.parse(id.text().replace("W19", "W54"))).isEmpty();
    }

    private static Mail with(Stage stage) {
        return CLAIMED.with(1, Progress.of(stage, NOW));
    }
}
