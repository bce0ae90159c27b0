package dev.glidepath.store.outbox;

import static dev.glidepath.store.SnapshotTable.PARTITION_KEY;
import static dev.glidepath.store.SnapshotTable.SORT_KEY;

import dev.glidepath.core.calendar.Week;
import dev.glidepath.store.Texts;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The outbox in the snapshots' table.
public final class DynamoMailTable implements MailTable {

    private static final String RECEIPT = "receipt";
    private static final String MAIL = "mail#";

    private final DynamoDbClient dynamo;
    private final String table;
    private final Texts texts;

    public DynamoMailTable(DynamoDbClient dynamo, String table) {
        this.dynamo = dynamo;
        this.table = table;
        this.texts = new Texts(dynamo, table);
    }

    @Override
    public Optional<Row> find(MailKey key) {
        var item =
                dynamo.getItem(r -> r.tableName(table).key(itemKey(key)).consistentRead(true))
                        .item();
        return item.isEmpty() ? Optional.empty() : Optional.of(MailItem.row(item));
    }

    @Override
    public List<Mail> week(Week week) {
        return dynamo.queryPaginator(of(week, MAIL)).items().stream()
                .map(item -> MailItem.row(item).mail())
                .toList();
    }

    @Override
    public boolean replace(Optional<Row> seen, Mail next) {
        var item = new HashMap<>(itemKey(next.key()));
        item.putAll(MailItem.attributes(next, seen.map(Row::version).orElse(0L) + 1));
        var put = PutItemRequest.builder().tableName(table).item(item);
        seen.ifPresentOrElse(
                row ->
                        put.conditionExpression(MailItem.VERSION + " = :seen")
                                .expressionAttributeValues(
                                        Map.of(":seen", MailItem.number(row.version()))),
                () -> put.conditionExpression("attribute_not_exists(pk)"));
        try {
            dynamo.putItem(put.build());
            return true;
        } catch (ConditionalCheckFailedException e) {
            return false;
        }
    }

    @Override
    public String keep(Week week, String receipt) {
        return texts.keep(partition(week), RECEIPT, receipt);
    }

    @Override
    public String receipt(Week week, String reference) {
        return texts.read(partition(week), RECEIPT, reference);
    }

    @Override
    public List<Hold> holds(Week week) {
        return dynamo.queryPaginator(of(week, HoldItem.SORT)).items().stream()
                .map(HoldItem::hold)
                .toList();
    }

    @Override
    public boolean add(Week week, Hold hold) {
        var item = HoldItem.attributes(partition(week), hold);
        try {
            dynamo.putItem(
                    r ->
                            r.tableName(table)
                                    .item(item)
                                    .conditionExpression("attribute_not_exists(pk)"));
            return true;
        } catch (ConditionalCheckFailedException _) {
            return false;
        }
    }

    private QueryRequest of(Week week, String start) {
        return QueryRequest.builder()
                .tableName(table)
                .consistentRead(true)
                .keyConditionExpression("pk = :week and begins_with(sk, :start)")
                .expressionAttributeValues(
                        Map.of(
                                ":week", AttributeValue.fromS(partition(week)),
                                ":start", AttributeValue.fromS(start)))
                .build();
    }

    private static Map<String, AttributeValue> itemKey(MailKey key) {
        return Map.of(
                PARTITION_KEY,
                AttributeValue.fromS(partition(key.week())),
                SORT_KEY,
                AttributeValue.fromS(MAIL + key.recipient()));
    }

    private static String partition(Week week) {
        return "outbox#" + week;
    }
}
