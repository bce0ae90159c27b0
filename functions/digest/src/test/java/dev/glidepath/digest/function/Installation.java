package dev.glidepath.digest.function;

import dev.glidepath.core.calendar.Week;
import dev.glidepath.digest.Copies;
import dev.glidepath.digest.Replay;
import dev.glidepath.digest.Written;
import dev.glidepath.digest.deliver.Answer;
import dev.glidepath.digest.deliver.DueTime;
import dev.glidepath.digest.deliver.Editions;
import dev.glidepath.digest.deliver.Mailbox;
import dev.glidepath.digest.deliver.Posting;
import dev.glidepath.digest.deliver.SendAgain;
import dev.glidepath.digest.deliver.SendDigests;
import dev.glidepath.digest.deliver.Waiting;
import dev.glidepath.digest.feedback.Feedback;
import dev.glidepath.runtime.HealthMetric;
import dev.glidepath.store.PlanTexts;
import dev.glidepath.store.Snapshots;
import dev.glidepath.store.outbox.Outbox;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Both functions as they would be deployed, with a table and a mailbox of the test's.
final class Installation {

    static final String FINANCE = "finance@example.com";
    static final String ENGINEERING = "engineering@example.com";
    static final String OWNER = "owner@example.com";
    static final Week WEEK = Week.parse("2026-W17");

    final Outbox outbox;
    final List<Mailbox.Parcel> posted = new ArrayList<>();
    final Map<HealthMetric, Long> health = new EnumMap<>(HealthMetric.class);
    final Told told = new Told();
    Instant now = Instant.parse("2026-04-29T05:01:00Z");
    Editions editions = Written.asked(Written.sound(FINANCE, ENGINEERING));
    Mailbox mailbox = parcel -> new Answer.Accepted("m-" + parcel.id().text());

    private final Snapshots snapshots;
    private final PlanTexts plans;

    private Installation(Outbox outbox, Snapshots snapshots, PlanTexts plans) {
        this.outbox = outbox;
        this.snapshots = snapshots;
        this.plans = plans;
    }

    static Installation at(DynamoDbClient dynamo, String table) {
        return new Installation(
                new Outbox(dynamo, table),
                new Snapshots(dynamo, table),
                new PlanTexts(dynamo, table));
    }

    DigestHandler digest() {
        InstantSource clock = () -> now;
        var waiting = new Waiting(clock, pause -> now = now.plus(pause));
        var posting =
                new Posting(
                        "costs@example.com",
                        outbox,
                        this::post,
                        waiting,
                        () -> UUID.randomUUID().toString());
        var digests =
                new SendDigests(
                        List.of(FINANCE, ENGINEERING),
                        (week, to, asOf) -> editions.of(week, to, asOf),
                        outbox,
                        posting,
                        OWNER,
                        clock);
        var dueTime =
                new DueTime(ZoneId.of("Europe/Zurich"), DayOfWeek.WEDNESDAY, LocalTime.of(7, 0));
        return new DigestHandler(
                new DigestTriggers(
                        digests,
                        new SendAgain(
                                new Copies(outbox, new Replay(snapshots, plans, "test")), posting),
                        dueTime,
                        health::putAll,
                        clock));
    }

    FeedbackHandler feedback() {
        return new FeedbackHandler(new FeedbackNotes(new Feedback(outbox), health::putAll));
    }

    private Answer post(Mailbox.Parcel parcel) {
        posted.add(parcel);
        return mailbox.post(parcel);
    }
}
