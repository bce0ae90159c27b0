package dev.glidepath.store.outbox;

import static dev.glidepath.store.outbox.Samples.ADDRESS;
import static dev.glidepath.store.outbox.Samples.KEY;
import static dev.glidepath.store.outbox.Samples.MADE;
import static dev.glidepath.store.outbox.Samples.NOW;
import static dev.glidepath.store.outbox.Samples.WEEK;
import static dev.glidepath.store.outbox.Samples.claim;
import static dev.glidepath.store.outbox.Samples.sent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glidepath.core.calendar.Week;
import dev.glidepath.store.FreshTable;
import dev.glidepath.store.Wire;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;

import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

@ExtendWith(FreshTable.class)
class OutboxTest {

    private static final Claiming MINE = new Claiming.Claimed(new OutboxId(KEY, 1));

    private static final class Death extends RuntimeException {}

    @Test
    void isClaimedByOneOfManyAtOnce(FreshTable.Tables tables) throws Exception {
        var outbox = outbox(tables.get());
        var runs = new ArrayList<Callable<Claiming>>();
        for (int i = 0; i < 8; i++) {
            var token = "run-" + i;
            runs.add(() -> claim(outbox, token, NOW));
        }
        var claimed = new ArrayList<Claiming>();
        try (var threads = Executors.newFixedThreadPool(8)) {
            for (var run : threads.invokeAll(runs)) {
                claimed.add(run.get());
            }
        }
        assertThat(claimed).filteredOn(MINE::equals).hasSize(1);
    }

    @Test
    void anotherRunBeforeAnyRequestLeavesOneClaim(FreshTable.Tables tables) {
        for (int request = 1; request <= 4; request++) {
            var table = tables.get();
            var theirs = new ArrayList<Claiming>();
            var mine = claim(overtaken(table, request, theirs), "mine", NOW);
            assertThat(theirs).hasSize(request <= 3 ? 1 : 0);
            theirs.add(mine);
            assertThat(theirs).as("request %s", request).filteredOn(MINE::equals).hasSize(1);
        }
    }

    @Test
    void killedAtAnyRequestOfAClaimItIsSentByOneAtATime(FreshTable.Tables tables) {
        for (boolean arrives : new boolean[] {false, true}) {
            for (int request = 1; request <= 3; request++) {
                var table = tables.get();
                var killed = killed(table, request, arrives);
                assertThatThrownBy(() -> claim(killed, "dead", NOW)).isInstanceOf(Death.class);

                var held = request == 3 && arrives;
                var next = claim(outbox(table), "next", NOW.plus(Duration.ofMinutes(20)));
                assertThat(next.equals(MINE)).as("request %s", request).isEqualTo(!held);
                var later = claim(outbox(table), "later", NOW.plus(Duration.ofHours(12)));
                assertThat(later instanceof Claiming.Claimed).isEqualTo(held);
            }
        }
    }

    @Test
    void killedWhileNotingThatItWasSentAnEventStillSettlesIt(FreshTable.Tables tables) {
        for (boolean arrives : new boolean[] {false, true}) {
            for (int request = 1; request <= 2; request++) {
                var table = tables.get();
                claim(outbox(table), "mine", NOW);
                var id = new OutboxId(KEY, 1);
                var killed = killed(table, request, arrives);
                assertThatThrownBy(() -> killed.note(id, sent("m"))).isInstanceOf(Death.class);

                boolean noted = request == 2 && arrives;
                assertThat(outbox(table).note(id, sent("m")))
                        .isEqualTo(noted ? Noted.KNOWN : Noted.NEW);
                assertThat(claim(outbox(table), "later", NOW.plus(Duration.ofDays(9))))
                        .isInstanceOf(Claiming.Refused.class);
            }
        }
    }

    /// The SDK asks again when an answer gets lost, and is told then that the condition does not
    /// hold: because of its own first write.
    @Test
    void aClaimWhoseAnswerGotLostIsRecognised(FreshTable.Tables tables) {
        var table = tables.get();
        var twice =
                new Wire(table.dynamo()) {
                    @Override
                    public PutItemResponse putItem(PutItemRequest request) {
                        super.putItem(request);
                        throw ConditionalCheckFailedException.builder().build();
                    }
                };
        assertThat(claim(new Outbox(twice, table.name()), "mine", NOW)).isEqualTo(MINE);
        assertThat(outbox(table).mails(WEEK).getFirst().attempts()).hasSize(1);
    }

    @Test
    void newsOfMailsThatWereNeverClaimedIsSaid(FreshTable.Tables tables) {
        var outbox = outbox(tables.get());
        assertThat(outbox.note(new OutboxId(KEY, 1), sent("m"))).isEqualTo(Noted.NO_SUCH_MAIL);
        claim(outbox, "mine", NOW);
        assertThat(outbox.note(new OutboxId(KEY, 2), sent("m"))).isEqualTo(Noted.NO_SUCH_MAIL);
        assertThat(outbox.note(new OutboxId(KEY, 1), sent("m"))).isEqualTo(Noted.NEW);
        assertThat(outbox.note(new OutboxId(KEY, 1), sent("m"))).isEqualTo(Noted.KNOWN);
    }

    @Test
    void keepsWhatAnAuditorAsksFor(FreshTable.Tables tables) {
        var outbox = outbox(tables.get());
        claim(outbox, "mine", NOW);
        outbox.note(new OutboxId(KEY, 1), sent("m-7"));

        var mail = outbox.mails(WEEK).getFirst();
        var attempt = mail.attempts().getFirst();
        assertThat(mail.address()).isEqualTo(ADDRESS);
        assertThat(attempt.progress()).isEqualTo(sent("m-7"));
        assertThat(attempt.made()).extracting(Made::asOf, Made::planId).contains(NOW, "plan");
        assertThat(outbox.receipt(WEEK, attempt)).isEqualTo(MADE.receipt());
    }

    @Test
    void oneQueryFindsAWeekAndNothingElse(FreshTable.Tables tables) {
        var table = tables.get();
        var outbox = outbox(table);
        for (int i = 0; i < 30; i++) {
            var address = "reader-" + i + "@example.com";
            for (var week : new Week[] {WEEK, WEEK.previous()}) {
                outbox.claim(MailKey.of(week, address), address, new Claim("t" + i, NOW), MADE);
            }
        }
        int[] requests = {0};
        var counting =
                new Wire(table.dynamo()) {
                    @Override
                    protected void before() {
                        requests[0]++;
                    }
                };
        assertThat(new Outbox(counting, table.name()).mails(WEEK)).hasSize(30);
        assertThat(requests[0]).isOne();
    }

    @Test
    void aMailThatIsRefusedDayAfterDayStillFitsAnItem(FreshTable.Tables tables) {
        var outbox = outbox(tables.get());
        var now = NOW;
        for (int attempt = 1; attempt <= 60; attempt++) {
            var id = ((Claiming.Claimed) claim(outbox, "t" + attempt, now)).id();
            assertThat(id.attempt()).isEqualTo(attempt);
            outbox.note(id, Progress.of(Stage.NOT_ACCEPTED, now, "because".repeat(30)));
            now = now.plusSeconds(60);
        }
        assertThat(outbox.mails(WEEK).getFirst().attempts()).hasSize(60);
    }

    private static Outbox outbox(FreshTable.Table table) {
        return new Outbox(table.dynamo(), table.name());
    }

    /// Another run claims before the request of that number.
    private static Outbox overtaken(
            FreshTable.Table table, int request, ArrayList<Claiming> theirs) {
        var wire =
                new Wire(table.dynamo()) {
                    private int left = request;

                    @Override
                    protected void before() {
                        left--;
                        if (left == 0) {
                            theirs.add(claim(outbox(table), "theirs", NOW));
                        }
                    }
                };
        return new Outbox(wire, table.name());
    }

    /// Dies at the request of that number.
    ///
    /// @param arrives whether it still takes effect
    private static Outbox killed(FreshTable.Table table, int request, boolean arrives) {
        var wire =
                new Wire(table.dynamo()) {
                    private int left = request;

                    @Override
                    protected void before() {
                        left--;
                        die(!arrives);
                    }

                    @Override
                    protected void after() {
                        die(arrives);
                    }

                    private void die(boolean here) {
                        if (here && left == 0) {
                            throw new Death();
                        }
                    }
                };
        return new Outbox(wire, table.name());
    }
}
