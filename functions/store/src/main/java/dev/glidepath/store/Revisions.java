package dev.glidepath.store;

import static dev.glidepath.store.SnapshotTable.PARTITION_KEY;
import static dev.glidepath.store.SnapshotTable.SORT_KEY;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

import java.time.Instant;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// The order of what became visible, per export and billing period.
final class Revisions {

    private static final Set<String> LOST =
            Set.of("ConditionalCheckFailed", "TransactionConflict", "None");

    private final DynamoDbClient dynamo;
    private final String table;

    Revisions(DynamoDbClient dynamo, String table) {
        this.dynamo = dynamo;
        this.table = table;
    }

    Optional<Revision> newest(String export, YearMonth period) {
        var item =
                dynamo.getItem(
                                r ->
                                        r.tableName(table)
                                                .key(newestKey(export, period))
                                                .consistentRead(true))
                        .item();
        return item.isEmpty() ? Optional.empty() : Optional.of(RevisionItem.revision(item));
    }

    /// The newest of each export and billing period.
    Stream<Revision> newest() {
        return revisions(
                QueryRequest.builder()
                        .tableName(table)
                        .consistentRead(true)
                        .keyConditionExpression(PARTITION_KEY + " = :of")
                        .expressionAttributeValues(
                                Map.of(":of", AttributeValue.fromS(Partitions.NEWEST)))
                        .build());
    }

    /// What the billing period of `newest` was at that time.
    Optional<Revision> at(Revision newest, Instant asOf) {
        if (newest.existedAt(asOf)) {
            return Optional.of(newest);
        }
        if (newest.times().firstRecordedAt().isAfter(asOf)) {
            return Optional.empty();
        }
        var id = newest.id();
        var partition = Partitions.revisions(id.export(), id.billingPeriod());
        var last = upTo(partition, asOf).scanIndexForward(false).limit(1);
        return dynamo.query(last.build()).items().stream().map(RevisionItem::revision).findFirst();
    }

    /// All up to that time, oldest first.
    Stream<Revision> history(String export, YearMonth period, Instant asOf) {
        var partition = Partitions.revisions(export, period);
        return revisions(upTo(partition, asOf).build());
    }

    /// Makes a revision visible unless another one came after `seen`.
    ///
    /// @return whether it is visible now
    boolean append(Optional<Revision> seen, Revision next) {
        try {
            dynamo.transactWriteItems(r -> r.transactItems(put(next), move(seen, next)));
            return true;
        } catch (TransactionCanceledException e) {
            if (e.cancellationReasons().stream().allMatch(r -> LOST.contains(r.code()))) {
                return false;
            }
            throw e;
        }
    }

    private TransactWriteItem put(Revision next) {
        var id = next.id();
        var key =
                key(
                        Partitions.revisions(id.export(), id.billingPeriod()),
                        RevisionItem.sortKey(next));
        return transact(put(key, next).conditionExpression("attribute_not_exists(pk)"));
    }

    private TransactWriteItem move(Optional<Revision> seen, Revision next) {
        var put = put(newestKey(next.id().export(), next.id().billingPeriod()), next);
        return transact(
                seen.map(
                                s ->
                                        put.conditionExpression(RevisionItem.NUMBER + " = :seen")
                                                .expressionAttributeValues(
                                                        Map.of(":seen", number(s.number()))))
                        .orElseGet(() -> put.conditionExpression("attribute_not_exists(pk)")));
    }

    private Put.Builder put(Map<String, AttributeValue> key, Revision next) {
        var item = new HashMap<>(RevisionItem.attributes(next));
        item.putAll(key);
        return Put.builder().tableName(table).item(item);
    }

    private Stream<Revision> revisions(QueryRequest request) {
        return dynamo.queryPaginator(request).items().stream().map(RevisionItem::revision);
    }

    private QueryRequest.Builder upTo(String partition, Instant asOf) {
        return QueryRequest.builder()
                .tableName(table)
                .consistentRead(true)
                .keyConditionExpression(PARTITION_KEY + " = :of and " + SORT_KEY + " <= :to")
                .expressionAttributeValues(
                        Map.of(
                                ":of", AttributeValue.fromS(partition),
                                ":to", AttributeValue.fromS(RevisionItem.upTo(asOf))));
    }

    private static Map<String, AttributeValue> newestKey(String export, YearMonth period) {
        return key(Partitions.NEWEST, Partitions.billed(export, period));
    }

    private static Map<String, AttributeValue> key(String partition, String sort) {
        return Map.of(
                PARTITION_KEY,
                AttributeValue.fromS(partition),
                SORT_KEY,
                AttributeValue.fromS(sort));
    }

    private static AttributeValue number(long number) {
        return AttributeValue.fromN(Long.toString(number));
    }

    private static TransactWriteItem transact(Put.Builder put) {
        return TransactWriteItem.builder().put(put.build()).build();
    }
}
