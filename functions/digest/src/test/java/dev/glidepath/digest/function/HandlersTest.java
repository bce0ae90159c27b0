package dev.glidepath.digest.function;

import static dev.glidepath.digest.function.Installation.FINANCE;
import static dev.glidepath.digest.function.Installation.WEEK;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glidepath.core.assess.NothingCollected;
import dev.glidepath.digest.Written;
import dev.glidepath.digest.deliver.Answer;
import dev.glidepath.runtime.HealthMetric;
import dev.glidepath.store.SnapshotTable;
import dev.glidepath.store.embedded.EmbeddedTable;
import dev.glidepath.store.outbox.Mail;
import dev.glidepath.store.outbox.MailKey;
import dev.glidepath.store.outbox.Stage;
import dev.glidepath.store.outbox.Standing;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

class HandlersTest {

    private static final Pattern AMOUNT = Pattern.compile("[$€£]|USD|\\d[.,]\\d");

    private static EmbeddedTable database;

    private Installation here;

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
        var table = "t-" + UUID.randomUUID();
        SnapshotTable.create(database.client(), table);
        here = Installation.at(database.client(), table);
    }

    @Test
    void everyEventOfTheDigestIsAnswered() throws Exception {
        assertThat(Events.names("digest-")).hasSize(3);
        for (var name : Events.names("digest-")) {
            assertThat(run(name)).as(name).isNotEmpty();
        }
    }

    @Test
    void sendsToEachRecipientOnce() throws Exception {
        assertThat(run("digest-due.json"))
                .isEqualTo(Map.of("weeks", List.of(Map.of("week", "2026-W17", "sent", 2L))));
        assertThat(run("digest-due.json"))
                .isEqualTo(Map.of("weeks", List.of(Map.of("week", "2026-W17", "alreadySent", 2L))));
        assertThat(here.posted).hasSize(2);
    }

    @Test
    void aRunThatComesLateIsForTheWeekThatItWasScheduledFor() throws Exception {
        here.now = here.now.plus(Duration.ofDays(8));
        assertThat(run("digest-due.json").toString()).contains("week=2026-W17");
        assertThat(here.health).containsEntry(HealthMetric.DIGEST_HOURS_OVERDUE, 0L);
    }

    /// What is recorded of a mail needs its time, too.
    @Test
    void noMailIsBegunInTheLastMinute() throws Exception {
        here.told.left = Duration.ofSeconds(60);
        assertThatThrownBy(() -> run("digest-due.json")).hasMessageContaining("notReached=2");
        assertThat(here.posted).isEmpty();
        here.told.left = Duration.ofSeconds(61);
        assertThat(run("digest-due.json").toString()).contains("sent=2");
    }

    @Test
    void whatARequestSendsIsCounted() throws Exception {
        run("digest-requested.json");
        assertThat(here.health).isEqualTo(Map.of(HealthMetric.DIGESTS_SENT, 2L));
    }

    @Test
    void aRequestSendsOnlyToWhomHasNone() throws Exception {
        here.editions = Written.asked(Written.sound(FINANCE));
        run("digest-due.json");
        here.editions = Written.asked(Written.sound(FINANCE, Installation.ENGINEERING));
        run("digest-requested.json");

        assertThat(here.posted)
                .extracting(parcel -> parcel.to())
                .containsExactly(FINANCE, Installation.ENGINEERING);
    }

    @Test
    void aHeldDigestIsNotSentAndALaterRunSendsIt() throws Exception {
        here.editions = Written.asked(Written.held(FINANCE, Installation.ENGINEERING));
        here.now = here.now.plus(Duration.ofHours(30));

        assertThat(run("digest-due.json").toString()).contains("held=2", "reasons=[");
        assertThat(here.posted).extracting(parcel -> parcel.to()).containsOnly(Installation.OWNER);
        assertThat(here.health)
                .containsEntry(HealthMetric.DIGESTS_HELD, 2L)
                .containsEntry(HealthMetric.DIGESTS_SENT, 0L)
                .containsEntry(HealthMetric.DIGEST_HOURS_OVERDUE, 30L);

        here.editions = Written.asked(Written.sound(FINANCE, Installation.ENGINEERING));
        run("digest-due.json");
        assertThat(here.health)
                .containsEntry(HealthMetric.DIGESTS_HELD, 0L)
                .containsEntry(HealthMetric.DIGESTS_SENT, 2L)
                .containsEntry(HealthMetric.DIGEST_HOURS_OVERDUE, 0L);
    }

    @Test
    void withNothingCollectedTheDigestIsHeld() throws Exception {
        here.editions =
                (_, _, _) -> {
                    throw new NothingCollected("no delivery: collect first");
                };

        assertThat(run("digest-due.json").toString())
                .contains("held=2", "no delivery: collect first");
        assertThat(run("digest-preview.json").toString()).contains("no delivery: collect first");
    }

    @Test
    void aPreviewSendsNothingAndHasTheSameBytes() throws Exception {
        var preview = run("digest-preview.json");
        assertThat(here.posted).isEmpty();
        assertThat(here.outbox.mails(WEEK)).isEmpty();

        here.now = here.now.plus(Duration.ofHours(3));
        run("digest-due.json");

        var mail = (Map<?, ?>) ((List<?>) preview.get("previews")).getFirst();
        assertThat(mail.get("to")).isEqualTo(FINANCE);
        assertThat(timeless(mail.get("mail").toString()))
                .isEqualTo(timeless(here.posted.getFirst().mail()));
    }

    @Test
    void anUnknownMailIsSettledByItsEventAndNotSentAgain() throws Exception {
        here.mailbox = _ -> new Answer.Unknown("no answer");
        assertThatThrownBy(() -> run("digest-due.json")).hasMessageContaining("unknown=2");

        here.mailbox = _ -> new Answer.Accepted("again");
        feedback("feedback-delivery.json");
        here.now = here.now.plus(Duration.ofHours(13));
        run("digest-due.json");

        assertThat(here.posted)
                .extracting(parcel -> parcel.to())
                .containsExactly(FINANCE, Installation.ENGINEERING, Installation.ENGINEERING);
    }

    @Test
    void eventsInAnyOrderEndTheSame() throws Exception {
        run("digest-due.json");
        for (var name :
                List.of(
                        "feedback-bounce.json",
                        "feedback-delay.json",
                        "feedback-delivery.json",
                        "feedback-bounce.json",
                        "feedback-send.json")) {
            feedback(name);
        }
        assertThat(stage()).isEqualTo(Stage.BOUNCED);
    }

    @Test
    void everyEventOfTheFeedbackIsNoted() throws Exception {
        run("digest-due.json");
        for (var name : Events.names("feedback-")) {
            assertThat(feedback(name)).as(name).hasSize(1).doesNotContainKey("unknownMail");
        }
        assertThat(stage()).isEqualTo(Stage.COMPLAINED);
    }

    @Test
    void bouncesAndComplaintsAreCounted() throws Exception {
        feedback("feedback-bounce.json");
        assertThat(here.health)
                .containsEntry(HealthMetric.MAIL_BOUNCED, 1L)
                .containsEntry(HealthMetric.MAIL_COMPLAINED, 0L);
        feedback("feedback-complaint.json");
        assertThat(here.health)
                .containsEntry(HealthMetric.MAIL_BOUNCED, 0L)
                .containsEntry(HealthMetric.MAIL_COMPLAINED, 1L);
    }

    @Test
    void anEventOfAMailThatNobodyKnowsIsSaid() throws Exception {
        assertThat(feedback("feedback-send.json")).isEqualTo(Map.of("unknownMail", 1L));
    }

    @Test
    void noLogHasAnAmount() throws Exception {
        run("digest-due.json");
        run("digest-preview.json");
        feedback("feedback-bounce.json");
        assertThat(here.told.lines).hasSize(3).noneMatch(line -> AMOUNT.matcher(line).find());
        assertThat("behind by 12,400.00").matches(line -> AMOUNT.matcher(line).find());
    }

    @Test
    void noLogHasAnAddress() throws Exception {
        run("digest-due.json");
        run("digest-preview.json");
        feedback("feedback-bounce.json");
        assertThat(here.told.lines).hasSize(3).noneMatch(line -> line.contains("@"));
    }

    private Stage stage() {
        var mails = here.outbox.mails(WEEK).stream();
        var finance = mails.filter(m -> m.key().equals(MailKey.of(WEEK, FINANCE))).findFirst();
        return finance.map(this::stage).orElseThrow();
    }

    private Stage stage(Mail mail) {
        return ((Standing.Accepted) mail.standing(here.now)).attempt().progress().stage();
    }

    private static String timeless(String mail) {
        return mail.replaceFirst("(?m)^Date: .*$", "").replaceFirst("(?m)^Message-ID: .*$", "");
    }

    private Map<String, Object> run(String name) throws Exception {
        return here.digest().handleRequest(Events.scheduled(name), here.told);
    }

    private Map<String, Long> feedback(String name) throws Exception {
        return here.feedback().handleRequest(Events.notification(name), here.told);
    }
}
