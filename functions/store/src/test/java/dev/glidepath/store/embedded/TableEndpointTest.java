package dev.glidepath.store.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpServer;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/// An ordinary client over HTTP, and beside it the embedded one.
class TableEndpointTest {

    private static final String NEW = "attribute_not_exists(pk)";

    private static EmbeddedTable table;
    private static HttpServer server;
    private static DynamoDbClient client;

    @BeforeAll
    static void serve() throws IOException {
        table = EmbeddedTable.inMemory();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", new TableEndpoint(table.client()));
        server.start();
        client =
                DynamoDbClient.builder()
                        .endpointOverride(
                                URI.create("http://127.0.0.1:" + server.getAddress().getPort()))
                        .region(Region.US_EAST_1)
                        .credentialsProvider(
                                StaticCredentialsProvider.create(
                                        AwsBasicCredentials.create("a", "b")))
                        .build();
    }

    @AfterAll
    static void stop() {
        client.close();
        server.stop(0);
        table.close();
    }

    @Test
    void everyKindOfValueArrivesAsItWasSent() {
        var item =
                item(
                        "kinds",
                        Map.of(
                                "n",
                                        AttributeValue.fromN(
                                                "12345678901234567890123456789.012345678"),
                                "b",
                                        AttributeValue.fromB(
                                                SdkBytes.fromByteArray(new byte[] {0, -1})),
                                "l", AttributeValue.fromL(List.of(AttributeValue.fromBool(true))),
                                "m",
                                        AttributeValue.fromM(
                                                Map.of("ü\n", AttributeValue.fromNul(true))),
                                "ns", AttributeValue.fromNs(List.of("1.5"))));
        client.putItem(r -> r.tableName(EmbeddedTable.NAME).item(item));
        assertThat(read(client, "kinds")).isEqualTo(item).isEqualTo(read(table.client(), "kinds"));
        assertThat(read(client, "none")).isEmpty();
    }

    @Test
    void pagesOfAQueryAndBatchesAreComplete() {
        for (int i = 0; i < 50; i += 25) {
            int from = i;
            var puts =
                    IntStream.range(from, from + 25)
                            .mapToObj(
                                    n ->
                                            Map.of(
                                                    "pk",
                                                    text("many"),
                                                    "sk",
                                                    text("%02d".formatted(n))))
                            .map(it -> WriteRequest.builder().putRequest(p -> p.item(it)).build())
                            .toList();
            assertThat(
                            client.batchWriteItem(
                                            r -> r.requestItems(Map.of(EmbeddedTable.NAME, puts)))
                                    .unprocessedItems())
                    .isEmpty();
        }
        var pages =
                client.queryPaginator(
                        r ->
                                r.tableName(EmbeddedTable.NAME)
                                        .keyConditionExpression("pk = :pk AND sk >= :sk")
                                        .expressionAttributeValues(
                                                Map.of(":pk", text("many"), ":sk", text("10")))
                                        .limit(7));
        assertThat(pages.items()).hasSize(40);
        assertThat(pages.stream()).hasSize(6);
    }

    @Test
    void aConditionThatFailsIsThatException() {
        var item = item("twice", Map.of());
        client.putItem(r -> r.tableName(EmbeddedTable.NAME).item(item).conditionExpression(NEW));
        var failed =
                catchThrowableOfType(
                        ConditionalCheckFailedException.class,
                        () ->
                                client.putItem(
                                        r ->
                                                r.tableName(EmbeddedTable.NAME)
                                                        .item(item)
                                                        .conditionExpression(NEW)
                                                        .returnValuesOnConditionCheckFailure(
                                                                ReturnValuesOnConditionCheckFailure
                                                                        .ALL_OLD)));
        assertThat(failed.item()).isEqualTo(item);
        assertThat(failed.awsErrorDetails().errorMessage()).contains("conditional request failed");
    }

    @Test
    void aCancelledTransactionSaysWhichOfItsWrites() {
        client.putItem(r -> r.tableName(EmbeddedTable.NAME).item(item("there", Map.of())));
        var cancelled =
                catchThrowableOfType(
                        TransactionCanceledException.class,
                        () -> putBoth(item("not there", Map.of()), item("there", Map.of())));
        assertThat(cancelled.cancellationReasons())
                .extracting(CancellationReason::code)
                .containsExactly("None", "ConditionalCheckFailed");
        assertThat(read(client, "not there")).isEmpty();
    }

    @Test
    void faultsOfTheServiceKeepTheirName() {
        assertThatThrownBy(() -> client.getItem(r -> r.tableName("other").key(key("a"))))
                .isInstanceOf(ResourceNotFoundException.class);
        assertThatThrownBy(
                        () -> client.putItem(r -> r.tableName(EmbeddedTable.NAME).item(Map.of())))
                .isInstanceOfSatisfying(
                        DynamoDbException.class,
                        e -> {
                            assertThat(e.statusCode()).isEqualTo(400);
                            assertThat(e.awsErrorDetails().errorCode())
                                    .isEqualTo("ValidationException");
                        });
    }

    @Test
    void anOperationThatNoFunctionNeedsIsRefusedByName() {
        assertThatThrownBy(() -> client.deleteTable(r -> r.tableName(EmbeddedTable.NAME)))
                .isInstanceOfSatisfying(
                        DynamoDbException.class, e -> assertThat(e.statusCode()).isEqualTo(501))
                .hasMessageContaining("does not know DeleteTable");
    }

    private static void putBoth(
            Map<String, AttributeValue> first, Map<String, AttributeValue> second) {
        client.transactWriteItems(r -> r.transactItems(List.of(putNew(first), putNew(second))));
    }

    private static TransactWriteItem putNew(Map<String, AttributeValue> item) {
        return TransactWriteItem.builder()
                .put(p -> p.tableName(EmbeddedTable.NAME).item(item).conditionExpression(NEW))
                .build();
    }

    private static Map<String, AttributeValue> read(DynamoDbClient from, String name) {
        return from.getItem(
                        r -> r.tableName(EmbeddedTable.NAME).key(key(name)).consistentRead(true))
                .item();
    }

    private static Map<String, AttributeValue> item(
            String name, Map<String, AttributeValue> values) {
        var item = new TreeMap<>(values);
        item.putAll(key(name));
        return item;
    }

    private static Map<String, AttributeValue> key(String name) {
        return Map.of("pk", text(name), "sk", text("x"));
    }

    private static AttributeValue text(String text) {
        return AttributeValue.fromS(text);
    }
}
