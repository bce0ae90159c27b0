package dev.glidepath.local;

import dev.glidepath.digest.Copies;
import dev.glidepath.digest.Replay;
import dev.glidepath.digest.WeeklyDigest;
import dev.glidepath.store.Everything;
import dev.glidepath.store.PlanTexts;
import dev.glidepath.store.Snapshots;
import dev.glidepath.store.outbox.Outbox;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// A store, and what there is in it.
record OpenStore(DynamoDbClient dynamo, String table, Runnable closing) implements AutoCloseable {

    Snapshots snapshots() {
        return new Snapshots(dynamo, table);
    }

    Outbox outbox() {
        return new Outbox(dynamo, table);
    }

    PlanTexts plans() {
        return new PlanTexts(dynamo, table);
    }

    WeeklyDigest digest() {
        return new WeeklyDigest(snapshots(), outbox(), plans(), Version.current());
    }

    Replay replay() {
        return new Replay(snapshots(), plans(), Version.current());
    }

    Copies copies() {
        return new Copies(outbox(), replay());
    }

    Everything everything() {
        return new Everything(dynamo, table);
    }

    @Override
    public void close() {
        closing.run();
    }
}
