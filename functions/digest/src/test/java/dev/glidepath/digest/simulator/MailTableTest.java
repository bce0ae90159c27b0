package dev.glidepath.digest.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glidepath.core.calendar.Week;
import dev.glidepath.store.SnapshotTable;
import dev.glidepath.store.embedded.EmbeddedTable;
import dev.glidepath.store.outbox.Claim;
import dev.glidepath.store.outbox.Claiming;
import dev.glidepath.store.outbox.DynamoMailTable;
import dev.glidepath.store.outbox.Made;
import dev.glidepath.store.outbox.Mail;
import dev.glidepath.store.outbox.MailKey;
import dev.glidepath.store.outbox.MailTable;
import dev.glidepath.store.outbox.MailTable.Row;
import dev.glidepath.store.outbox.Outbox;
import dev.glidepath.store.outbox.OutboxId;
import dev.glidepath.store.outbox.Progress;
import dev.glidepath.store.outbox.Stage;
import dev.glidepath.store.outbox.Standing;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/// The same facts of the table in memory and the one in DynamoDB: else what the simulator shows of
/// the one would say nothing of the other.
class MailTableTest {

    private static final Week WEEK = Week.parse("2026-W19");
    private static final Instant NOW = Instant.parse("2026-05-13T05:00:00.123456789Z");

    private static EmbeddedTable database;
    private static int tests;

    @BeforeAll
    static void open() {
        database = EmbeddedTable.inMemory();
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @Test
    void whatIsThereIsReplacedOnlyByWhoSawIt() {
        both(
                table -> {
                    var mail = mail("a@example.com");
                    assertThat(table.find(mail.key())).isEmpty();
                    assertThat(table.replace(Optional.empty(), mail)).isTrue();
                    assertThat(table.replace(Optional.empty(), mail)).isFalse();

                    var seen = table.find(mail.key());
                    assertThat(seen).map(Row::mail).contains(mail);
                    assertThat(table.replace(seen, mail)).isTrue();
                    assertThat(table.replace(seen, mail)).isFalse();
                    var never = Optional.of(new Row(mail("b@example.com"), 1));
                    assertThat(table.replace(never, mail("b@example.com"))).isFalse();
                });
    }

    @Test
    void aWeekHasItsMailsAndNoOthers() {
        both(
                table -> {
                    var mails = List.of(mail("a@example.com"), mail("b@example.com"));
                    mails.forEach(mail -> table.replace(Optional.empty(), mail));
                    var other = MailKey.of(WEEK.previous(), "a@example.com");
                    table.replace(Optional.empty(), Mail.none(other, "a@example.com"));
                    table.keep(WEEK, "receipt");

                    assertThat(table.week(WEEK)).containsExactlyInAnyOrderElementsOf(mails);
                    assertThat(table.week(WEEK.minus(2))).isEmpty();
                });
    }

    @Test
    void aReceiptIsFoundUnderWhatItWasKeptAs() {
        both(
                table -> {
                    var one = table.keep(WEEK, "one");
                    var other = table.keep(WEEK, "other");
                    assertThat(table.keep(WEEK, "one")).isEqualTo(one).isNotEqualTo(other);
                    assertThat(table.receipt(WEEK, one)).isEqualTo("one");
                    assertThatThrownBy(() -> table.receipt(WEEK.previous(), one))
                            .isInstanceOf(IllegalStateException.class);
                });
    }

    @Test
    void anyCallsOfTheOutboxEndTheSame() {
        for (int seed = 0; seed < 20; seed++) {
            var ends = new ArrayList<List<Object>>();
            for (var table : List.of(new MemoryMailTable(), dynamo())) {
                ends.add(end(new Outbox(table), new SplittableRandom(seed)));
            }
            assertThat(ends.getLast()).as("seed %s", seed).isEqualTo(ends.getFirst());
        }
    }

    /// What is answered on the way, and what is there in the end.
    private static List<Object> end(Outbox outbox, SplittableRandom random) {
        var answers = new ArrayList<Object>();
        for (int step = 0; step < 25; step++) {
            var address = random.nextInt(3) + "@example.com";
            var key = MailKey.of(WEEK, address);
            var at = NOW.plusSeconds(random.nextInt(80_000));
            if (random.nextInt(3) == 0) {
                var claim = new Claim("t" + random.nextInt(4), at);
                answers.add(
                        switch (outbox.claim(key, address, claim, made())) {
                            // A receipt's reference is each table's own.
                            case Claiming.Refused(Standing.Accepted(var a)) -> a.progress();
                            case Claiming other -> other;
                        });
            } else {
                var stage = Stage.values()[random.nextInt(Stage.values().length)];
                var id = new OutboxId(key, random.nextInt(1, 4));
                answers.add(outbox.note(id, Progress.of(stage, at, "note")));
            }
        }
        outbox.mails(WEEK).stream()
                .sorted(Comparator.comparing(Mail::address))
                .forEach(mail -> answers.add(timeless(mail)));
        return answers;
    }

    private static List<Object> timeless(Mail mail) {
        return mail.attempts().stream()
                .<Object>map(a -> List.of(a.claim(), a.progress(), a.made().asOf()))
                .toList();
    }

    private static void both(Consumer<MailTable> facts) {
        facts.accept(new MemoryMailTable());
        facts.accept(dynamo());
    }

    private static MailTable dynamo() {
        var name = "mails-" + tests++;
        SnapshotTable.create(database.client(), name);
        return new DynamoMailTable(database.client(), name);
    }

    private static Mail mail(String address) {
        var outbox = new Outbox(new MemoryMailTable());
        outbox.claim(MailKey.of(WEEK, address), address, new Claim("token", NOW), made());
        return outbox.mails(WEEK).getFirst();
    }

    private static Made made() {
        return new Made(NOW, "plan", "Cloud costs – €1", "hash", "receipt");
    }
}
