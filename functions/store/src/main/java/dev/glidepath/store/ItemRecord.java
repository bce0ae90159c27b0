package dev.glidepath.store;

import static dev.glidepath.store.SnapshotTable.PARTITION_KEY;
import static dev.glidepath.store.SnapshotTable.SORT_KEY;

import static java.util.Objects.requireNonNull;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/// An item as fields for people: its kind, its keys, and its attributes by their names.
final class ItemRecord {

    private ItemRecord() {}

    static Map<String, Object> fields(Map<String, AttributeValue> item) {
        var partition = text(item, PARTITION_KEY);
        var sort = text(item, SORT_KEY);
        var fields = new LinkedHashMap<String, Object>();
        fields.put("kind", kind(partition, sort));
        fields.put("partition", partition);
        fields.put("sort", sort);
        new TreeMap<>(item)
                .forEach(
                        (name, value) -> {
                            if (!name.equals(PARTITION_KEY) && !name.equals(SORT_KEY)) {
                                fields.put(name, plain(value));
                            }
                        });
        return fields;
    }

    /// The first word of the partition, made one with that of the sort key where a partition holds
    /// several kinds.
    static String kind(String partition, String sort) {
        return switch (firstWord(partition)) {
            case "outbox" -> firstWord(sort);
            case "day" -> firstWord(sort);
            case "newest" -> "newest";
            case "revisions" -> "revision";
            case "statements" -> "statement";
            case "values" -> "value";
            case "plan" -> sort.equals("reference") ? "plan reference" : "plan";
            default -> "other";
        };
    }

    private static String firstWord(String key) {
        int end = key.indexOf('#');
        return end < 0 ? key : key.substring(0, end);
    }

    static String text(Map<String, AttributeValue> item, String name) {
        return requireNonNull(item.get(name), name).s();
    }

    /// Numbers stay texts, as they may have more digits than a reader of JSON keeps.
    private static Object plain(AttributeValue value) {
        return switch (value.type()) {
            case S -> value.s();
            case N -> value.n();
            case BOOL -> value.bool();
            case L -> value.l().stream().map(ItemRecord::plain).toList();
            case M -> {
                var fields = new TreeMap<String, Object>();
                value.m().forEach((name, each) -> fields.put(name, plain(each)));
                yield fields;
            }
            case B -> Base64.getEncoder().encodeToString(value.b().asByteArrayUnsafe());
            case SS, NS, BS, NUL, UNKNOWN_TO_SDK_VERSION -> value.toString();
        };
    }
}
