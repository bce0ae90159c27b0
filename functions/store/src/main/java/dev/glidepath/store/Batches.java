package dev.glidepath.store;

import static dev.glidepath.store.SnapshotTable.PARTITION_KEY;
import static dev.glidepath.store.SnapshotTable.SORT_KEY;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DeleteRequest;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.PutRequest;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Gatherers;

/// Reads and writes many items in requests of the size that DynamoDB takes. What a request leaves
/// undone is asked for again a bounded number of times.
final class Batches {

    static final int WRITES = 25;
    static final int READS = 100;
    static final int TRIES = 10;

    private final DynamoDbClient dynamo;
    private final String table;
    private final Pause pause;

    Batches(DynamoDbClient dynamo, String table, Pause pause) {
        this.dynamo = dynamo;
        this.table = table;
        this.pause = pause;
    }

    static Map<String, AttributeValue> key(Map<String, AttributeValue> item) {
        return Map.of(PARTITION_KEY, item.get(PARTITION_KEY), SORT_KEY, item.get(SORT_KEY));
    }

    void write(Collection<Map<String, AttributeValue>> items) {
        items.stream()
                .map(item -> PutRequest.builder().item(item).build())
                .map(put -> WriteRequest.builder().putRequest(put).build())
                .gather(Gatherers.windowFixed(WRITES))
                .forEach(this::writeAll);
    }

    void delete(Collection<Map<String, AttributeValue>> keys) {
        keys.stream()
                .map(key -> DeleteRequest.builder().key(key).build())
                .map(delete -> WriteRequest.builder().deleteRequest(delete).build())
                .gather(Gatherers.windowFixed(WRITES))
                .forEach(this::writeAll);
    }

    void read(
            Collection<Map<String, AttributeValue>> keys,
            Consumer<Map<String, AttributeValue>> each) {
        keys.stream()
                .distinct()
                .gather(Gatherers.windowFixed(READS))
                .forEach(window -> readAll(window, each));
    }

    private void writeAll(List<WriteRequest> requests) {
        var left = requests;
        for (int tried = 1; !left.isEmpty(); tried++) {
            var now = left;
            left =
                    dynamo.batchWriteItem(r -> r.requestItems(Map.of(table, now)))
                            .unprocessedItems()
                            .getOrDefault(table, List.of());
            again(tried, left.size(), "writes");
        }
    }

    private void readAll(
            List<Map<String, AttributeValue>> keys, Consumer<Map<String, AttributeValue>> each) {
        var left = keys;
        for (int tried = 1; !left.isEmpty(); tried++) {
            var now = KeysAndAttributes.builder().keys(left).consistentRead(true).build();
            var answer = dynamo.batchGetItem(r -> r.requestItems(Map.of(table, now)));
            answer.responses().getOrDefault(table, List.of()).forEach(each);
            left =
                    answer.hasUnprocessedKeys() && answer.unprocessedKeys().containsKey(table)
                            ? answer.unprocessedKeys().get(table).keys()
                            : List.of();
            again(tried, left.size(), "reads");
        }
    }

    private void again(int tried, int left, String what) {
        if (left == 0) {
            return;
        }
        if (tried == TRIES) {
            throw new IllegalStateException(
                    "table "
                            + table
                            + ": DynamoDB left "
                            + left
                            + " "
                            + what
                            + " undone in "
                            + TRIES
                            + " tries; run again when it has capacity");
        }
        pause.before(tried);
    }
}
