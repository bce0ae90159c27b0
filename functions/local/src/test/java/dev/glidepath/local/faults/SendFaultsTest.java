package dev.glidepath.local.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glidepath.digest.WeeklyDigest;
import dev.glidepath.digest.deliver.Posting;
import dev.glidepath.digest.deliver.Run;
import dev.glidepath.digest.deliver.SendDigests;
import dev.glidepath.digest.deliver.SesMailbox;
import dev.glidepath.digest.deliver.Waiting;
import dev.glidepath.digest.feedback.Feedback;
import dev.glidepath.store.PlanTexts;
import dev.glidepath.store.Snapshots;
import dev.glidepath.store.outbox.Attempt;
import dev.glidepath.store.outbox.Outbox;
import dev.glidepath.store.outbox.Standing;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.ses.SesClient;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.regex.Pattern;

/// Whatever happens to the requests of a run of digest: once SES has told what it took and the next
/// days have come, each recipient has one mail, and the outbox says so. `-Dfaults=all` puts each
/// fault at each request; else some of them.
class SendFaultsTest {

    private static final Pattern TAG = Pattern.compile("Tags\\.member\\.1\\.Value=([^&]+)");
    private static final int SAMPLED = 14;
    private static final int DAYS = 3;

    @TempDir private static Path folder;
    private static Behind behind;
    private static Items before;
    private static int requests;

    private final List<String> taken = new ArrayList<>();
    private String table;
    private Instant now;

    @BeforeAll
    static void aBill() {
        behind = new Behind(folder, folder);
        var table = behind.newTable();
        SmallBill.into(new Snapshots(behind.dynamo(), table));
        before = Items.of(behind.dynamo(), table);
        behind.proxy().play((_, _) -> Fault.NONE);
        var peace = new SendFaultsTest();
        peace.begin();
        peace.run();
        requests = behind.proxy().seen().size();
    }

    @AfterAll
    static void close() {
        behind.close();
    }

    @BeforeEach
    void begin() {
        table = behind.newTable();
        before.into(behind.dynamo(), table);
        now = SmallBill.DUE;
        taken.clear();
    }

    @Test
    void withoutFaultsEachRecipientHasAMail() {
        behind.proxy().play((_, _) -> Fault.NONE);
        run().requireDone();
        sesTells();
        assertThat(requests).isGreaterThan(20);
        assertEverybodyHasOne("no fault");
    }

    @Test
    void afterAnyFaultEachRecipientHasOneMail() {
        var troubles = Trouble.atAnyOf(requests, SAMPLED);
        int failed = 0;
        for (var trouble : troubles) {
            begin();
            behind.proxy().play(trouble);
            failed += fails() ? 1 : 0;
            sesTells();
            daysGoBy();
            assertEverybodyHasOne(trouble.toString());
        }
        System.out.printf(
                "%d faults at up to %d requests of digest; %d runs failed%n",
                troubles.size(), requests, failed);
    }

    /// The one request that must not be repeated, however it fails.
    @Test
    void whateverSesAnswersItIsAskedOnceUntilItIsKnownWhatItTook() {
        for (var fault : Fault.values()) {
            begin();
            behind.proxy()
                    .play((request, _) -> request.service().equals("ses") ? fault : Fault.NONE);
            fails();
            long asked =
                    behind.proxy().seen().stream().filter(r -> r.service().equals("ses")).count();
            // Nobody was accepted while SES has too much to do: asking again is safe, and is done.
            boolean refused = fault == Fault.THROTTLED;
            assertThat(asked).as("%s", fault).satisfies(n -> assertThat(n > 3).isEqualTo(refused));
            sesTells();
            daysGoBy();
            assertEverybodyHasOne(fault.toString());
        }
    }

    @Test
    void anotherRunAtAnyRequestSendsNothingTwice() {
        for (int at = 1; at <= requests; at += Trouble.all() ? 1 : 5) {
            begin();
            int number = at;
            behind.proxy()
                    .play(
                            (_, n) -> {
                                if (n == number) {
                                    run();
                                }
                                return Fault.NONE;
                            });
            fails();
            sesTells();
            daysGoBy();
            assertEverybodyHasOne("another run at request " + at);
        }
    }

    /// As clocks do that are set right: by minutes, not by hours.
    @Test
    void aClockThatJumpsSendsNothingTwice() {
        var random = new SplittableRandom(8);
        for (int i = 0; i < 5; i++) {
            begin();
            behind.proxy()
                    .play(
                            (_, _) -> {
                                now = SmallBill.DUE.plusSeconds(random.nextLong(-600, 600));
                                return Fault.NONE;
                            });
            for (int again = 0; again < 4; again++) {
                fails();
            }
            sesTells();
            daysGoBy();
            assertEverybodyHasOne("jump " + i);
        }
    }

    /// What SES took, it tells; what it did not take is sent when it has told nothing for long.
    private void sesTells() {
        for (var request : behind.proxy().passed()) {
            var tag = TAG.matcher(request.text());
            if (request.service().equals("ses") && tag.find()) {
                taken.add(tag.group(1));
            }
        }
        behind.proxy().play((_, _) -> Fault.NONE);
        var feedback = new Feedback(new Outbox(behind.dynamo(), table));
        taken.forEach(id -> feedback.note(List.of(sent(id))));
    }

    private void daysGoBy() {
        for (int day = 1; day <= DAYS; day++) {
            now = SmallBill.DUE.plus(Duration.ofDays(day));
            run();
            sesTells();
        }
    }

    private void assertEverybodyHasOne(String what) {
        var to = SmallBill.plan().recipients().stream().map(r -> r.email()).toList();
        var mails = new Outbox(behind.dynamo(), table).mails(SmallBill.WEEK);
        assertThat(mails).as(what).extracting(m -> m.address()).hasSameElementsAs(to);
        assertThat(mails)
                .as(what)
                .hasSameSizeAs(to)
                .allSatisfy(
                        mail -> {
                            assertThat(mail.standing(now)).isInstanceOf(Standing.Accepted.class);
                            assertThat(mail.accepted()).isEqualTo(1);
                        });
        assertThat(taken.stream().map(id -> id.replaceAll("-\\d+$", "")))
                .as(what)
                .doesNotHaveDuplicates()
                .hasSameSizeAs(to);
        for (var mail : mails) {
            for (Attempt attempt : mail.attempts()) {
                assertThat(new Outbox(behind.dynamo(), table).receipt(SmallBill.WEEK, attempt))
                        .as(what)
                        .contains("2026-W19");
            }
        }
    }

    private boolean fails() {
        try {
            run().requireDone();
            return false;
        } catch (RuntimeException e) {
            return true;
        }
    }

    private Run run() {
        var dynamo = behind.client(DynamoDbClient.builder());
        var outbox = new Outbox(dynamo, table);
        var plans = new PlanTexts(dynamo, table);
        var plan = SmallBill.plan();
        var digest = new WeeklyDigest(new Snapshots(dynamo, table), outbox, plans, "test");
        var ses = behind.built(SesClient.builder(), behind.proxy().endpoint());
        var posting =
                new Posting(
                        "costs@example.com",
                        outbox,
                        new SesMailbox(ses, "glidepath"),
                        new Waiting(() -> now, pause -> now = now.plus(pause)),
                        () -> UUID.randomUUID().toString());
        var digests =
                new SendDigests(
                        plan.recipients().stream().map(r -> r.email()).toList(),
                        (week, asOf) -> {
                            plans.keep(plan.id(), SmallBill.PLAN);
                            return digest.editions(plan, week, asOf);
                        },
                        outbox,
                        posting,
                        "owner@example.com",
                        () -> now);
        return digests.requested(SmallBill.WEEK, now.plus(Duration.ofMinutes(4)));
    }

    private static String sent(String id) {
        return """
        {"eventType": "Send", "mail": {"timestamp": "2026-05-13T06:00:05Z", "messageId": "m-%1$s",
        "tags": {"glidepath-outbox": ["%1$s"]}}, "send": {}}"""
                .formatted(id);
    }
}
