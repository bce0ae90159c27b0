package dev.glidepath.doctor.check;

import static dev.glidepath.doctor.Severity.PROBLEM;
import static dev.glidepath.doctor.Severity.WARNING;

import dev.glidepath.runtime.StandIn;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.SSEType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

import java.util.UUID;

class TableCheckTest {

    private final String table = "doctor-" + UUID.randomUUID();
    private DynamoDbClient dynamo;

    @BeforeEach
    void aTable() {
        dynamo = StandIn.require().client(DynamoDbClient.builder());
    }

    @AfterEach
    void close() {
        if (dynamo != null) {
            dynamo.close();
        }
    }

    @Test
    void allIsFine() {
        make("pk", "sk", true, true);
        recoverable();
        seen().isAllFine();
    }

    @Test
    void noTableIsAProblem() {
        seen().isOnly("exists", PROBLEM, "there is no table " + table, "npx cdk deploy");
    }

    @Test
    void anotherTableIsAProblem() {
        make("id", "sk", true, true);
        recoverable();
        seen().isOnly("exists", PROBLEM, "has the keys [id, sk]", "GLIDEPATH_TABLE");
    }

    @Test
    void aTableThatCanBeDeletedIsAWarning() {
        make("pk", "sk", false, true);
        recoverable();
        seen().isOnly(
                        "deletion protection",
                        WARNING,
                        "deleted by mistake",
                        "aws dynamodb update-table --deletion-protection-enabled");
    }

    @Test
    void aTableWithoutRecoveryIsAWarning() {
        make("pk", "sk", true, true);
        seen().isOnly(
                        "recovery",
                        WARNING,
                        "no point-in-time recovery",
                        "PointInTimeRecoveryEnabled=true --table-name " + table);
    }

    @Test
    void aTableWithoutAKeyOfTheAccountIsAWarning() {
        make("pk", "sk", true, false);
        recoverable();
        seen().isOnly("encryption", WARNING, "DynamoDB's own key", "SSEType=KMS");
    }

    @ParameterizedTest
    @ValueSource(strings = {"DELETING", "CREATING", "INACCESSIBLE_ENCRYPTION_CREDENTIALS"})
    void aTableThatCannotBeUsedNowIsAWarning(String status) {
        try (var aws = new ScriptedAws()) {
            aws.with(
                    "\"TableName\":\"glidepath\"",
                    "{\"Table\":{\"TableStatus\":\"%s\",\"KeySchema\":[{\"AttributeName\":\"pk\",\"KeyType\":\"HASH\"},{\"AttributeName\":\"sk\",\"KeyType\":\"RANGE\"}]}}"
                            .formatted(status));
            Seen.by(new TableCheck(aws.client(DynamoDbClient.builder()), "glidepath"))
                    .has("exists", WARNING, "glidepath is " + status, "wait table-exists");
        }
    }

    private Seen seen() {
        return Seen.by(new TableCheck(dynamo, table));
    }

    private void make(String partition, String sort, boolean kept, boolean encrypted) {
        var request =
                CreateTableRequest.builder()
                        .tableName(table)
                        .billingMode(BillingMode.PAY_PER_REQUEST)
                        .attributeDefinitions(text(partition), text(sort))
                        .keySchema(
                                KeySchemaElement.builder()
                                        .attributeName(partition)
                                        .keyType(KeyType.HASH)
                                        .build(),
                                KeySchemaElement.builder()
                                        .attributeName(sort)
                                        .keyType(KeyType.RANGE)
                                        .build())
                        .deletionProtectionEnabled(kept);
        if (encrypted) {
            request.sseSpecification(s -> s.enabled(true).sseType(SSEType.KMS));
        }
        dynamo.createTable(request.build());
    }

    private void recoverable() {
        dynamo.updateContinuousBackups(
                r ->
                        r.tableName(table)
                                .pointInTimeRecoverySpecification(
                                        s -> s.pointInTimeRecoveryEnabled(true)));
    }

    private static AttributeDefinition text(String name) {
        return AttributeDefinition.builder()
                .attributeName(name)
                .attributeType(ScalarAttributeType.S)
                .build();
    }
}
