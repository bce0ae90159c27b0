package dev.glidepath.store;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
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
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;

/// Between the store and the table: tests override what should go wrong. There is no `scan`.
public class Wire implements DynamoDbClient {

    private final DynamoDbClient dynamo;
    protected int itemsWritten;
    protected int itemsRead;

    public Wire(DynamoDbClient dynamo) {
        this.dynamo = dynamo;
    }

    /// Before each request.
    protected void before() {}

    /// After each request, before its answer arrives.
    protected void after() {}

    @Override
    public BatchWriteItemResponse batchWriteItem(BatchWriteItemRequest request) {
        before();
        var answer = dynamo.batchWriteItem(request);
        request.requestItems().values().forEach(items -> itemsWritten += items.size());
        after();
        return answer;
    }

    @Override
    public BatchGetItemResponse batchGetItem(BatchGetItemRequest request) {
        before();
        var answer = dynamo.batchGetItem(request);
        request.requestItems().values().forEach(items -> itemsRead += items.keys().size());
        after();
        return answer;
    }

    @Override
    public TransactWriteItemsResponse transactWriteItems(TransactWriteItemsRequest request) {
        before();
        var answer = dynamo.transactWriteItems(request);
        itemsWritten += request.transactItems().size();
        after();
        return answer;
    }

    @Override
    public GetItemResponse getItem(GetItemRequest request) {
        before();
        itemsRead++;
        var answer = dynamo.getItem(request);
        after();
        return answer;
    }

    @Override
    public PutItemResponse putItem(PutItemRequest request) {
        before();
        var answer = dynamo.putItem(request);
        itemsWritten++;
        after();
        return answer;
    }

    @Override
    public QueryResponse query(QueryRequest request) {
        before();
        var answer = dynamo.query(request);
        itemsRead += answer.count();
        after();
        return answer;
    }

    @Override
    public String serviceName() {
        return dynamo.serviceName();
    }

    @Override
    public void close() {}
}
