package dev.glidepath.store;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/// The table's schema: two text keys and nothing else. The stack declares the same one from these
/// names.
public final class SnapshotTable {

    public static final String PARTITION_KEY = "pk";
    public static final String SORT_KEY = "sk";

    private SnapshotTable() {}

    /// For a table that no stack makes: the embedded one, and those of tests.
    public static void create(DynamoDbClient dynamo, String table) {
        dynamo.createTable(
                request ->
                        request.tableName(table)
                                .billingMode(BillingMode.PAY_PER_REQUEST)
                                .attributeDefinitions(text(PARTITION_KEY), text(SORT_KEY))
                                .keySchema(
                                        key(PARTITION_KEY, KeyType.HASH),
                                        key(SORT_KEY, KeyType.RANGE)));
    }

    private static AttributeDefinition text(String name) {
        return AttributeDefinition.builder()
                .attributeName(name)
                .attributeType(ScalarAttributeType.S)
                .build();
    }

    private static KeySchemaElement key(String name, KeyType type) {
        return KeySchemaElement.builder().attributeName(name).keyType(type).build();
    }
}
