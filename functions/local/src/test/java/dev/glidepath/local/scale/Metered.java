package dev.glidepath.local.scale;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/// Counts what DynamoDB would bill, by its rules: a read unit for each 4 KB of an item, or of all
/// that a query finds, and half of it where the read need not be consistent; a write unit for each
/// KB of an item, two in a transaction.
final class Metered implements DynamoDbClient {

    /// @param largest item that was read or written, in bytes
    record Use(
            long requests,
            long itemsRead,
            long itemsWritten,
            double readUnits,
            long writeUnits,
            long bytesWritten,
            long largest) {

        static final Use NONE = new Use(0, 0, 0, 0, 0, 0, 0);

        Use plus(Use other) {
            return new Use(
                    requests + other.requests,
                    itemsRead + other.itemsRead,
                    itemsWritten + other.itemsWritten,
                    readUnits + other.readUnits,
                    writeUnits + other.writeUnits,
                    bytesWritten + other.bytesWritten,
                    Math.max(largest, other.largest));
        }
    }

    private static final long READ_UNIT = 4096;
    private static final long WRITE_UNIT = 1024;

    private final DynamoDbClient dynamo;
    private Use use = Use.NONE;

    Metered(DynamoDbClient dynamo) {
        this.dynamo = dynamo;
    }

    /// Since the last time that it was asked.
    synchronized Use use() {
        var taken = use;
        use = Use.NONE;
        return taken;
    }

    private synchronized void add(Use more) {
        use = use.plus(more);
    }

    private void read(Collection<Map<String, AttributeValue>> items, double units) {
        add(new Use(1, items.size(), 0, units, 0, 0, largest(items)));
    }

    private void written(List<Map<String, AttributeValue>> items, int unitsPerKilobyte) {
        long units = items.stream().mapToLong(i -> units(bytes(i), WRITE_UNIT)).sum();
        long bytes = items.stream().mapToLong(Metered::bytes).sum();
        add(new Use(1, 0, items.size(), 0, units * unitsPerKilobyte, bytes, largest(items)));
    }

    private static double consistent(Boolean consistent, long bytes) {
        long units = units(bytes, READ_UNIT);
        return Boolean.TRUE.equals(consistent) ? units : units / 2.0;
    }

    private static long units(long bytes, long unit) {
        return Math.max(1, Math.ceilDiv(bytes, unit));
    }

    private static long largest(Collection<Map<String, AttributeValue>> items) {
        return items.stream().mapToLong(Metered::bytes).max().orElse(0);
    }

    /// As DynamoDB counts an item: the names of its attributes and their values.
    private static long bytes(Map<String, AttributeValue> item) {
        return item.entrySet().stream()
                .mapToLong(entry -> length(entry.getKey()) + bytes(entry.getValue()))
                .sum();
    }

    private static long bytes(AttributeValue value) {
        return switch (value.type()) {
            case S -> length(value.s());
            case N -> value.n().length() / 2 + 2;
            case B -> value.b().asByteArrayUnsafe().length;
            case BOOL, NUL -> 1;
            case M -> 3 + bytes(value.m()) + value.m().size();
            case L -> 3 + value.l().stream().mapToLong(v -> 1 + bytes(v)).sum();
            default -> throw new IllegalArgumentException("an attribute of type " + value.type());
        };
    }

    private static long length(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    @Override
    public GetItemResponse getItem(GetItemRequest request) {
        var answer = dynamo.getItem(request);
        var found =
                answer.hasItem() ? List.of(answer.item()) : List.<Map<String, AttributeValue>>of();
        read(found, consistent(request.consistentRead(), bytes(answer.item())));
        return answer;
    }

    @Override
    public QueryResponse query(QueryRequest request) {
        var answer = dynamo.query(request);
        long bytes = answer.items().stream().mapToLong(Metered::bytes).sum();
        read(answer.items(), consistent(request.consistentRead(), bytes));
        return answer;
    }

    @Override
    public BatchGetItemResponse batchGetItem(BatchGetItemRequest request) {
        var answer = dynamo.batchGetItem(request);
        answer.responses()
                .forEach(
                        (table, items) -> {
                            var consistent = request.requestItems().get(table).consistentRead();
                            read(
                                    items,
                                    items.stream()
                                            .mapToDouble(i -> consistent(consistent, bytes(i)))
                                            .sum());
                        });
        return answer;
    }

    @Override
    public PutItemResponse putItem(PutItemRequest request) {
        var answer = dynamo.putItem(request);
        written(List.of(request.item()), 1);
        return answer;
    }

    @Override
    public BatchWriteItemResponse batchWriteItem(BatchWriteItemRequest request) {
        var answer = dynamo.batchWriteItem(request);
        request.requestItems()
                .values()
                .forEach(all -> written(all.stream().map(w -> w.putRequest().item()).toList(), 1));
        return answer;
    }

    @Override
    public TransactWriteItemsResponse transactWriteItems(TransactWriteItemsRequest request) {
        var answer = dynamo.transactWriteItems(request);
        var puts = request.transactItems().stream().map(TransactWriteItem::put).toList();
        written(puts.stream().map(put -> put.item()).toList(), 2);
        return answer;
    }

    @Override
    public String serviceName() {
        return dynamo.serviceName();
    }

    @Override
    public void close() {
        dynamo.close();
    }
}
