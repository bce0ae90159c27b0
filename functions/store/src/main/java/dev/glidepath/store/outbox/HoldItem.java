package dev.glidepath.store.outbox;

import static dev.glidepath.store.SnapshotTable.PARTITION_KEY;
import static dev.glidepath.store.SnapshotTable.SORT_KEY;

import static java.util.Objects.requireNonNull;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;

/// A decision as an item: under its week, sorted by its time.
final class HoldItem {

    static final String SORT = "hold#";

    /// Of one length, so that texts sort as times.
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSSSS'Z'")
                    .withZone(ZoneOffset.UTC);

    private HoldItem() {}

    static Map<String, AttributeValue> attributes(String partition, Hold hold) {
        return Map.of(
                PARTITION_KEY,
                AttributeValue.fromS(partition),
                SORT_KEY,
                AttributeValue.fromS(SORT + TIME.format(hold.at())),
                "held",
                AttributeValue.fromBool(hold.held()),
                "at",
                AttributeValue.fromS(hold.at().toString()),
                "by",
                AttributeValue.fromS(hold.by()),
                "reason",
                AttributeValue.fromS(hold.reason()));
    }

    static Hold hold(Map<String, AttributeValue> item) {
        return new Hold(
                requireNonNull(item.get("held"), "held").bool(),
                Instant.parse(text(item, "at")),
                text(item, "by"),
                text(item, "reason"));
    }

    private static String text(Map<String, AttributeValue> item, String name) {
        return requireNonNull(item.get(name), name).s();
    }
}
