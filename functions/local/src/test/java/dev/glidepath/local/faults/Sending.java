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

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.ses.SesClient;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

/// The digests of one table: runs of the door with its real adapters, and what SES tells of them.
final class Sending {

    private static final Pattern TAG = Pattern.compile("Tags\\.member\\.1\\.Value=([^&]+)");
    private static final int DAYS = 2;

    private final Behind behind;
    private final String table;
    private final Instant start;
    private final List<String> taken = new ArrayList<>();
    private Instant now;

    Sending(Behind behind, String table, Instant start) {
        this.behind = behind;
        this.table = table;
        this.start = start;
        this.now = start;
    }

    void clockIs(Instant instant) {
        now = instant;
    }

    /// What SES took, it tells; what it did not take is sent when it has told nothing for long.
    void sesTells() {
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

    void daysGoBy() {
        for (int day = 1; day <= DAYS; day++) {
            now = start.plus(Duration.ofDays(day));
            run();
            sesTells();
        }
    }

    void assertEverybodyHasOne(String what) {
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

    boolean fails() {
        try {
            run().requireDone();
            return false;
        } catch (RuntimeException e) {
            return true;
        }
    }

    Run run() {
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
                        (week, to, asOf) -> {
                            plans.keep(plan.id(), SmallBill.PLAN);
                            return digest.editions(plan, week, to, asOf);
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
