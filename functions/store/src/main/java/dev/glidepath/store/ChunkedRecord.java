package dev.glidepath.store;

import static dev.glidepath.store.SnapshotTable.PARTITION_KEY;
import static dev.glidepath.store.SnapshotTable.SORT_KEY;

import static java.util.Objects.requireNonNull;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A content whose chunks are read one after the other, as one record.
final class ChunkedRecord {

    private final List<Map<String, AttributeValue>> items = new ArrayList<>();

    static boolean isChunk(Map<String, AttributeValue> item) {
        return item.containsKey(Contents.CHUNK);
    }

    ChunkedRecord with(Map<String, AttributeValue> item) {
        items.add(item);
        return this;
    }

    /// Whose chunk an item is.
    private record Whole(String partition, String sort) {

        /// A chunk's sort key ends with its number.
        static Whole of(Map<String, AttributeValue> item) {
            var sort = ItemRecord.text(item, SORT_KEY);
            return new Whole(
                    ItemRecord.text(item, PARTITION_KEY), sort.substring(0, sort.lastIndexOf('#')));
        }
    }

    boolean goesOnWith(Map<String, AttributeValue> item) {
        return isChunk(item) && Whole.of(item).equals(Whole.of(items.getFirst()));
    }

    Map<String, Object> fields() {
        var partition = Whole.of(items.getFirst()).partition();
        var sort = Whole.of(items.getFirst()).sort();
        var kind = ItemRecord.kind(partition, sort);
        var hash = sort.substring(sort.lastIndexOf('#') + 1);
        var chunks =
                items.stream()
                        .map(
                                item ->
                                        requireNonNull(item.get(Contents.CHUNK))
                                                .b()
                                                .asByteArrayUnsafe())
                        .toList();
        var text = Content.of(chunks, new Content.Address(hash, items.size()), partition).text();
        var fields = new LinkedHashMap<String, Object>();
        fields.put("kind", kind);
        fields.put("partition", partition);
        fields.put("sort", sort);
        switch (kind) {
            case "totals", "detail" -> fields.put("lines", LineFields.of(Lines.decode(text)));
            case "statement" -> fields.putAll(StatementFields.of(StatementText.decode(text)));
            default -> fields.put("text", text);
        }
        return fields;
    }
}
