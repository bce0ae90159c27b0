package dev.glidepath.digest.deliver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.util.Throwables.getStackTrace;

import dev.glidepath.core.calendar.Week;
import dev.glidepath.digest.Edition;
import dev.glidepath.digest.Written;
import dev.glidepath.store.SnapshotTable;
import dev.glidepath.store.embedded.EmbeddedTable;
import dev.glidepath.store.outbox.Hold;
import dev.glidepath.store.outbox.MailKey;
import dev.glidepath.store.outbox.Outbox;
import dev.glidepath.store.outbox.OutboxId;
import dev.glidepath.store.outbox.Progress;
import dev.glidepath.store.outbox.Stage;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

class SendDigestsTest {

    private static final Week WEEK = Week.parse("2026-W19");
    private static final String A = "a@example.com";
    private static final String B = "b@example.com";
    private static final String OWNER = "owner@example.com";
    private static final Answer TAKEN = new Answer.Accepted("m");

    private static EmbeddedTable database;

    private final Deque<Answer> answers = new ArrayDeque<>();
    private final List<String> asked = new ArrayList<>();
    private final List<String> mails = new ArrayList<>();
    private Instant now = Instant.parse("2026-05-13T05:00:00Z");
    private Outbox outbox;

    @BeforeAll
    static void open() {
        database = EmbeddedTable.inMemory();
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @BeforeEach
    void freshTable() {
        var name = "t-" + UUID.randomUUID();
        SnapshotTable.create(database.client(), name);
        outbox = new Outbox(database.client(), name);
    }

    @Test
    void asksAgainWhereNothingWasAccepted() {
        answers.addAll(List.of(new Answer.Throttled("x"), new Answer.NotReached("x"), TAKEN));
        var begun = now;

        assertThat(run(A)).containsExactly(new Delivery.Sent());
        assertThat(asked).containsExactly(A, A, A);
        assertThat(now).isEqualTo(begun.plusSeconds(1 + 2));
    }

    @Test
    void asksNoMoreWhenTheRunsTimeIsOver() {
        for (int i = 0; i < 100; i++) {
            answers.add(new Answer.Throttled("x"));
        }
        var begun = now;
        var deliveries = run(A, B);

        assertThat(deliveries).hasOnlyElementsOfType(Delivery.NotSent.class);
        assertThat(now).isBeforeOrEqualTo(begun.plus(Duration.ofMinutes(4)));
        answers.clear();
        assertThat(run(A, B)).containsOnly(new Delivery.Sent());
    }

    @Test
    void nothingIsBegunAtTheDeadline() {
        var run = digests(List.of(A)).requested(WEEK, now);
        assertThat(run.reports().getFirst().deliveries().values())
                .hasOnlyElementsOfType(Delivery.NotSent.class);
        assertThat(asked).isEmpty();
        assertThat(outbox.mails(WEEK)).isEmpty();
    }

    @Test
    void asksNobodyElseWhoseAnswerWouldBeTheSame() {
        for (var answer : List.of(new Answer.QuotaSpent("no more"), new Answer.Paused("no"))) {
            asked.clear();
            answers.add(answer);
            assertThat(run(A, B)).containsOnly(new Delivery.NotSent(answer));
            assertThat(asked).containsExactly(A);
        }
        assertThat(run(A, B)).containsOnly(new Delivery.Sent());
    }

    @Test
    void whatWasRefusedIsTriedByTheNextRunAndStopsNobody() {
        answers.add(new Answer.NotVerified("x"));

        assertThat(run(A, B))
                .containsExactly(
                        new Delivery.NotSent(new Answer.NotVerified("x")), new Delivery.Sent());
        assertThat(run(A, B))
                .containsExactlyInAnyOrder(
                        new Delivery.Sent(), new Delivery.AlreadySent(Stage.SENT));
    }

    @Test
    void oneThatFailsStopsNobodyAndTheRunSaysSoAtItsEnd() {
        var run = digests(List.of("no@address@x.org", B)).requested(WEEK, now.plusSeconds(240));

        assertThat(run.reports().getFirst().deliveries().values())
                .hasExactlyElementsOfTypes(Delivery.Failed.class, Delivery.Sent.class);
        assertThatThrownBy(run::requireDone)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("the recipient is not one address")
                .hasMessageNotContaining("\n")
                .satisfies(e -> assertThat(getStackTrace(e)).doesNotContain("x.org"));
    }

    @Test
    void onlyWhatMendsInAMinuteFailsTheRun() {
        for (var answer :
                List.of(
                        new Answer.QuotaSpent("x"),
                        new Answer.Paused("x"),
                        new Answer.NotVerified("x"),
                        new Answer.Refused("x"))) {
            answers.add(answer);
            assertThatCode(requested(A)::requireDone).doesNotThrowAnyException();
        }
        answers.add(new Answer.Unknown("x"));
        assertThatThrownBy(requested(A)::requireDone).hasMessageContaining("unknown=1");
    }

    @Test
    void whatIsOwedOfTheWeekBeforeComesFirst() {
        answers.add(new Answer.Unknown("x"));
        requested(A);
        now = now.plus(Duration.ofDays(7));
        var next = Week.parse("2026-W20");

        var reports = digests(List.of(A, B)).due(next, now.plusSeconds(240)).reports();

        assertThat(reports).extracting(Report::week).containsExactly(WEEK, next);
        assertThat(reports.getFirst().deliveries()).containsOnlyKeys(A);
        assertThat(digests(List.of(A, B)).due(next, now.plusSeconds(240)).reports()).hasSize(1);
    }

    @Test
    void whoeverLeftThePlanIsOwedNothing() {
        answers.add(new Answer.Unknown("x"));
        requested(A);
        now = now.plus(Duration.ofDays(7));
        assertThat(digests(List.of(B)).due(Week.parse("2026-W20"), now.plusSeconds(240)).reports())
                .hasSize(1);
    }

    @Test
    void aLateEventOfAnEarlierAttemptStopsTheNext() {
        answers.add(new Answer.Unknown("x"));
        requested(A);
        now = now.plus(Duration.ofHours(13));
        answers.add(new Answer.Unknown("x"));
        requested(A);
        outbox.note(new OutboxId(MailKey.of(WEEK, A), 1), Progress.of(Stage.DELIVERED, now));
        now = now.plus(Duration.ofHours(13));

        assertThat(run(A)).containsExactly(new Delivery.AlreadySent(Stage.DELIVERED));
        assertThat(asked).hasSize(2);
    }

    @Test
    void theOwnerIsToldOnceOfWhatHoldsADigestAndItIsSentLater() {
        var held = digests(List.of(A, B), Written.held(A, B));
        var told = held.requested(WEEK, now.plusSeconds(240)).reports().getFirst();
        assertThat(told.deliveries().values()).hasOnlyElementsOfType(Delivery.Held.class);
        assertThat(told.notices()).containsOnly(new Delivery.Sent());
        assertThat(asked).hasSameSizeAs(told.notices()).containsOnly(OWNER);
        assertThat(mails.getFirst())
                .contains("Subject: Cloud costs 2026-W19: held, not sent")
                .contains("is held from 2 recipients")
                .contains("settled through 2026-01-01 only: the deliveries to come settle it");

        now = now.plus(Duration.ofDays(1));
        var again = held.requested(WEEK, now.plusSeconds(240)).reports().getFirst();
        assertThat(again.notices()).containsOnly(new Delivery.AlreadySent(Stage.SENT));
        assertThat(run(A, B)).containsOnly(new Delivery.Sent());
        assertThat(asked).hasSize(told.notices().size() + 2);
    }

    /// The days that are settled move on from day to day, and the cause is the same.
    @Test
    void theOwnerIsToldOnceOfAReasonWhoseDatesMoveOn() {
        for (var through : List.of("2026-05-08", "2026-05-09")) {
            var held = held("the week is settled through " + through + " only");
            held.requested(WEEK, now.plusSeconds(240));
            now = now.plus(Duration.ofDays(1));
        }
        assertThat(asked).containsExactly(OWNER);
        held("the export is missing").requested(WEEK, now.plusSeconds(240));
        assertThat(asked).containsExactly(OWNER, OWNER);
    }

    private SendDigests held(String reason) {
        var editions =
                Written.sound(A).stream()
                        .map(
                                e ->
                                        new Edition(
                                                e.recipient(),
                                                e.finding().held(reason),
                                                e.rendered()))
                        .toList();
        return digests(List.of(A), editions);
    }

    @Test
    void whatAPersonHoldsGoesToNobodyUntilItIsReleased() {
        assertThat(run(A)).containsExactly(new Delivery.Sent());
        outbox.decide(WEEK, new Hold(true, now, "ann", "disputed"));
        assertThat(run(A, B))
                .containsExactly(
                        new Delivery.AlreadySent(Stage.SENT),
                        new Delivery.Held(
                                List.of(
                                        "held by ann since %s: disputed; ./glidepath release --week 2026-W19 releases it"
                                                .formatted(now))));
        assertThat(digests(List.of(B)).preview(WEEK, Optional.empty()).getFirst().reasons())
                .singleElement()
                .asString()
                .contains("disputed");
        outbox.decide(WEEK, new Hold(false, now.plusSeconds(1), "ann", "settled"));
        assertThat(run(A, B))
                .containsExactly(new Delivery.AlreadySent(Stage.SENT), new Delivery.Sent());
    }

    @Test
    void aNoticeThatFailsIsTriedAgainAndHoldsUpNobody() {
        answers.add(new Answer.Unknown("x"));
        var run = digests(List.of(A), Written.held(A)).requested(WEEK, now.plusSeconds(240));
        assertThatThrownBy(run::requireDone).hasMessageContaining("held=1");
        var due = digests(List.of(A)).due(Week.parse("2026-W20"), now.plusSeconds(240));
        assertThat(due.reports()).as("a notice is no digest that is owed").hasSize(1);
    }

    private List<Delivery> run(String... to) {
        return List.copyOf(requested(to).reports().getFirst().deliveries().values());
    }

    private Run requested(String... to) {
        return digests(List.of(to)).requested(WEEK, now.plus(Duration.ofMinutes(4)));
    }

    private SendDigests digests(List<String> to) {
        return digests(to, Written.sound(to.toArray(String[]::new)));
    }

    private SendDigests digests(List<String> to, List<Edition> editions) {
        InstantSource clock = () -> now;
        var waiting = new Waiting(clock, pause -> now = now.plus(pause));
        var posting =
                new Posting(
                        "costs@example.com",
                        outbox,
                        this::answer,
                        waiting,
                        () -> UUID.randomUUID().toString());
        return new SendDigests(to, Written.asked(editions), outbox, posting, OWNER, clock);
    }

    private Answer answer(Mailbox.Parcel parcel) {
        asked.add(parcel.to());
        mails.add(parcel.mail().replace("=\r\n", "").replaceAll("\\s+", " "));
        return answers.isEmpty() ? TAKEN : answers.remove();
    }
}
