package dev.glidepath.local.bench;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;

import java.util.HashMap;
import java.util.Map;

/// A table that takes what one recording writes, and keeps it. What DynamoDB takes for it is not of
/// this machine, and what DynamoDB Local takes is of no other.
final class MemoryTable implements DynamoDbClient {

    private final Map<Map<String, AttributeValue>, Map<String, AttributeValue>> items =
            new HashMap<>();

    @Override
    public GetItemResponse getItem(GetItemRequest request) {
        return GetItemResponse.builder().item(items.get(request.key())).build();
    }

    @Override
    public BatchWriteItemResponse batchWriteItem(BatchWriteItemRequest request) {
        request.requestItems()
                .values()
                .forEach(writes -> writes.forEach(write -> put(write.putRequest().item())));
        return BatchWriteItemResponse.builder().build();
    }

    @Override
    public TransactWriteItemsResponse transactWriteItems(TransactWriteItemsRequest request) {
        request.transactItems().forEach(write -> put(write.put().item()));
        return TransactWriteItemsResponse.builder().build();
    }

    private void put(Map<String, AttributeValue> item) {
        items.put(Map.of("pk", item.get("pk"), "sk", item.get("sk")), item);
    }

    @Override
    public String serviceName() {
        return SERVICE_NAME;
    }

    @Override
    public void close() {}
}
