package dev.glidepath.local.faults;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// Every item of a table, byte for byte.
record Items(Map<String, Map<String, AttributeValue>> byKey) {

    private static final Pattern INSTANT = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z");

    static Items of(DynamoDbClient dynamo, String table) {
        var items = new TreeMap<String, Map<String, AttributeValue>>();
        dynamo.scanPaginator(r -> r.tableName(table))
                .items()
                .forEach(
                        item ->
                                items.put(
                                        item.get("pk").s() + " " + item.get("sk").s(),
                                        new TreeMap<>(item)));
        return new Items(items);
    }

    /// Without the times of the runs.
    Map<String, String> timeless() {
        var timeless = new TreeMap<String, String>();
        byKey.forEach(
                (key, item) ->
                        timeless.put(
                                INSTANT.matcher(key).replaceAll("T"),
                                INSTANT.matcher(item.toString()).replaceAll("T")));
        return timeless;
    }

    /// The table has these and no others then.
    void into(DynamoDbClient dynamo, String table) {
        for (var stray : of(dynamo, table).byKey().entrySet()) {
            if (!byKey.containsKey(stray.getKey())) {
                var item = stray.getValue();
                dynamo.deleteItem(
                        r ->
                                r.tableName(table)
                                        .key(Map.of("pk", item.get("pk"), "sk", item.get("sk"))));
            }
        }
        byKey.values().forEach(item -> dynamo.putItem(r -> r.tableName(table).item(item)));
    }
}
