package dev.glidepath.store;

import static dev.glidepath.store.SnapshotTable.PARTITION_KEY;
import static dev.glidepath.store.SnapshotTable.SORT_KEY;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/// The whole table: to take it elsewhere, or to delete it. For people; no function may scan.
public final class Everything {

    private final DynamoDbClient dynamo;
    private final String table;
    private final Batches batches;

    public Everything(DynamoDbClient dynamo, String table) {
        this.dynamo = dynamo;
        this.table = table;
        this.batches = new Batches(dynamo, table, Pause::sleep);
    }

    /// About how many items there are: DynamoDB counts every six hours.
    public long about() {
        return dynamo.describeTable(r -> r.tableName(table)).table().itemCount();
    }

    /// Each record, in no order; what is kept in several items is one record. See `docs/export.md`
    /// for its fields.
    ///
    /// @param items told the number of items read so far
    /// @return how many records there were
    public long each(Consumer<Map<String, Object>> record, LongConsumer items) {
        long read = 0;
        long records = 0;
        var chunks = Optional.<ChunkedRecord>empty();
        for (var item : dynamo.scanPaginator(scan().build()).items()) {
            items.accept(++read);
            if (chunks.isPresent() && !chunks.get().goesOnWith(item)) {
                record.accept(chunks.get().fields());
                records++;
                chunks = Optional.empty();
            }
            if (ChunkedRecord.isChunk(item)) {
                chunks = Optional.of(chunks.orElseGet(ChunkedRecord::new).with(item));
            } else {
                record.accept(ItemRecord.fields(item));
                records++;
            }
        }
        if (chunks.isPresent()) {
            record.accept(chunks.get().fields());
            records++;
        }
        return records;
    }

    /// Deletes each item. Stopped and run again, it goes on.
    ///
    /// @param deleted told the number of items so far
    /// @return how many there were
    public long delete(LongConsumer deleted) {
        long done = 0;
        var keys = scan().projectionExpression(PARTITION_KEY + ", " + SORT_KEY).build();
        var some = new ArrayList<Map<String, AttributeValue>>();
        for (var key : dynamo.scanPaginator(keys).items()) {
            some.add(key);
            if (some.size() == Batches.WRITES) {
                done += deleted(some);
                deleted.accept(done);
            }
        }
        done += deleted(some);
        deleted.accept(done);
        return done;
    }

    private int deleted(List<Map<String, AttributeValue>> keys) {
        int count = keys.size();
        batches.delete(keys);
        keys.clear();
        return count;
    }

    private ScanRequest.Builder scan() {
        return ScanRequest.builder().tableName(table).consistentRead(true);
    }
}
