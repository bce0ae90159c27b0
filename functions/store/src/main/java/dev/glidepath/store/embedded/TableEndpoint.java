package dev.glidepath.store.embedded;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.dynamodb.services.local.shared.mapper.DynamoDbObjectMapper;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.zip.CRC32;

/// The embedded table for an AWS SDK in another process: the JSON protocol, over the reads and
/// writes of items. DynamoDB Local has a server of its own, which needs Jetty.
public record TableEndpoint(DynamoDbClient dynamo) implements HttpHandler {

    private static final DynamoDbObjectMapper JSON = new DynamoDbObjectMapper();

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        var target = String.valueOf(exchange.getRequestHeaders().getFirst("X-Amz-Target"));
        try (exchange) {
            serve(exchange, target.substring(target.lastIndexOf('.') + 1));
        }
    }

    private void serve(HttpExchange exchange, String operation) throws IOException {
        try {
            var body = exchange.getRequestBody().readAllBytes();
            send(exchange, 200, JSON.writeValueAsBytes(answer(operation, body)));
        } catch (DynamoDbException e) {
            send(exchange, e.statusCode(), JSON.writeValueAsBytes(fault(e)));
        }
    }

    private Object answer(String operation, byte[] body) throws IOException {
        return switch (operation) {
            case "GetItem" -> call(body, GetItemRequest.class, dynamo::getItem);
            case "Query" -> call(body, QueryRequest.class, dynamo::query);
            case "BatchGetItem" -> call(body, BatchGetItemRequest.class, dynamo::batchGetItem);
            case "PutItem" -> call(body, PutItemRequest.class, dynamo::putItem);
            case "UpdateItem" -> call(body, UpdateItemRequest.class, dynamo::updateItem);
            case "DeleteItem" -> call(body, DeleteItemRequest.class, dynamo::deleteItem);
            case "BatchWriteItem" ->
                    call(body, BatchWriteItemRequest.class, dynamo::batchWriteItem);
            case "TransactGetItems" ->
                    call(body, TransactGetItemsRequest.class, dynamo::transactGetItems);
            case "TransactWriteItems" ->
                    call(body, TransactWriteItemsRequest.class, dynamo::transactWriteItems);
            default ->
                    throw DynamoDbException.builder()
                            .message("the embedded table does not know " + operation)
                            .statusCode(501)
                            .build();
        };
    }

    private static <Q> Object call(byte[] body, Class<Q> type, Function<Q, ?> operation)
            throws IOException {
        return operation.apply(JSON.readValue(body, type));
    }

    /// As an SDK takes it apart again: the exception's name, and what it carries.
    private static Map<String, @Nullable Object> fault(DynamoDbException e) {
        var fault = new LinkedHashMap<String, @Nullable Object>();
        var details = e.awsErrorDetails();
        fault.put("__type", details == null ? e.getClass().getSimpleName() : details.errorCode());
        fault.put("message", details == null ? e.getMessage() : details.errorMessage());
        switch (e) {
            case TransactionCanceledException cancelled ->
                    fault.put("CancellationReasons", cancelled.cancellationReasons());
            case ConditionalCheckFailedException failed when failed.hasItem() ->
                    fault.put("Item", failed.item());
            default -> {}
        }
        return fault;
    }

    /// The SDK checks the sum when it is there.
    private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        var sum = new CRC32();
        sum.update(body);
        exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.0");
        exchange.getResponseHeaders().set("x-amz-crc32", Long.toString(sum.getValue()));
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }
}
