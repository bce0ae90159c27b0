package dev.glidepath.store;

import static dev.glidepath.store.SnapshotTable.PARTITION_KEY;
import static dev.glidepath.store.SnapshotTable.SORT_KEY;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import java.util.Map;
import java.util.Optional;

/// The texts of the plans that digests were made with, by the plans' ids: what a mail of before
/// takes to be made again.
public final class PlanTexts {

    private static final String REFERENCE = "reference";
    private static final String TEXT = "text";
    private static final String VALUES = "/values";

    private final DynamoDbClient dynamo;
    private final String table;
    private final Texts texts;

    public PlanTexts(DynamoDbClient dynamo, String table) {
        this.dynamo = dynamo;
        this.table = table;
        this.texts = new Texts(dynamo, table);
    }

    /// Keeping the same one again changes nothing.
    public void keep(String id, String text) {
        var reference = texts.keep(partition(id), TEXT, text);
        var item =
                Map.of(
                        PARTITION_KEY, AttributeValue.fromS(partition(id)),
                        SORT_KEY, AttributeValue.fromS(REFERENCE),
                        REFERENCE, AttributeValue.fromS(reference));
        dynamo.putItem(put -> put.tableName(table).item(item));
    }

    /// The stated values that lie beside the plan.
    public void keepValues(String id, String csv) {
        keep(id + VALUES, csv);
    }

    public Optional<String> values(String id) {
        return read(id + VALUES);
    }

    public Optional<String> read(String id) {
        var key =
                Map.of(
                        PARTITION_KEY, AttributeValue.fromS(partition(id)),
                        SORT_KEY, AttributeValue.fromS(REFERENCE));
        var item = dynamo.getItem(get -> get.tableName(table).key(key).consistentRead(true)).item();
        return Optional.ofNullable(item.get(REFERENCE))
                .map(reference -> texts.read(partition(id), TEXT, reference.s()));
    }

    private static String partition(String id) {
        return "plan#" + id;
    }
}
