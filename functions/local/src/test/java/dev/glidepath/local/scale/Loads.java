package dev.glidepath.local.scale;

import dev.glidepath.core.calendar.Week;
import dev.glidepath.core.plan.Plan;
import dev.glidepath.digest.WeeklyDigest;
import dev.glidepath.local.scale.Metered.Use;
import dev.glidepath.store.PlanTexts;
import dev.glidepath.store.SnapshotTable;
import dev.glidepath.store.Snapshots;
import dev.glidepath.store.outbox.Outbox;
import dev.glidepath.trends.answer.Answers;
import dev.glidepath.trends.answer.Site;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/// What each thing that Glidepath does asks of the table.
record Loads(Metered table, String name, Organisation organisation, Plan plan) {

    static final Week WEEK = Week.parse("2026-W26");

    static final int CHANGED_DAYS = 4;

    static final Map<String, String> QUESTIONS =
            Map.of(
                    "trend of 16 weeks", "/trends.json?",
                    "trend of all months", "/trends.json?grain=month&from=2023-07-01",
                    "page", "/?",
                    "trend of an account", "/trends.json?scope=account:100000000000");

    static Loads of(DynamoDbClient dynamo, String name, Organisation organisation) {
        return new Loads(new Metered(dynamo), name, organisation, organisation.plan());
    }

    Map<String, Use> measured(int months) {
        var uses = new LinkedHashMap<String, Use>();
        var snapshots = new Snapshots(table, name);
        var history = new History(snapshots, organisation, plan);
        history.record(months);
        uses.put("all of it", table.use());
        history.again(CHANGED_DAYS);
        uses.put("daily run", table.use());
        var digest =
                new WeeklyDigest(
                        snapshots, new Outbox(table, name), new PlanTexts(table, name), "test");
        digest.editions(plan, WEEK, History.AS_OF);
        uses.put("digest", table.use());
        var site = new Site(new Answers(snapshots, plan, InstantSource.fixed(History.AS_OF)));
        QUESTIONS.forEach(
                (what, question) -> {
                    int mark = question.indexOf('?');
                    var reply =
                            site.reply(
                                    "GET",
                                    question.substring(0, mark),
                                    question.substring(mark + 1));
                    if (reply.status() != 200) {
                        throw new AssertionError(what + ": " + reply.body());
                    }
                    uses.put(what, table.use());
                });
        return uses;
    }

    static Loads inOwnTable(DynamoDbClient dynamo, String name, Organisation organisation) {
        SnapshotTable.create(dynamo, name);
        return of(dynamo, name, organisation);
    }
}
