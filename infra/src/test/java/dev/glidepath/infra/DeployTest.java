package dev.glidepath.infra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.glidepath.runtime.StandIn;
import dev.glidepath.store.SnapshotTable;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// The CDK command itself, against a stand-in that makes what the template says, as far as it knows
/// it: no schedules, alarms and exports.
class DeployTest {

    private static final Path CDK = Installed.INFRA.resolve("node_modules/.bin/cdk");

    private static StandIn aws;

    @TempDir Path folder;

    @BeforeAll
    static void needsTheCdkAndAStandIn() {
        Installed.assumeNode();
        assumeTrue(
                Files.isExecutable(CDK),
                "no CDK command: the stack was not deployed; run npm ci in infra");
        aws = StandIn.require();
        assumeTrue(
                !aws.name().equals("localstack"),
                "LocalStack was started without CloudFormation: the stack was not deployed");
    }

    @Test
    void theStackIsDeployedAndSaysWhatTheAdminNeeds() throws Exception {
        cdk("bootstrap", "aws://" + StandIn.ACCOUNT + "/" + StandIn.REGION);
        var told = cdk("deploy", "--method", "direct", "--require-approval", "never");
        assertThat(told)
                .contains("Glidepath.Backfill = aws lambda invoke --region us-east-1 ")
                .contains("--payload file://events/collect-periods.json")
                .contains("Glidepath.Preview = ", "--payload file://events/digest-preview.json");
        assertThat(keys(output(told, "SnapshotTable")))
                .containsExactly(SnapshotTable.PARTITION_KEY, SnapshotTable.SORT_KEY);
    }

    private static List<String> keys(String table) {
        try (var dynamo = aws.client(DynamoDbClient.builder())) {
            return dynamo.describeTable(r -> r.tableName(table)).table().keySchema().stream()
                    .map(KeySchemaElement::attributeName)
                    .toList();
        }
    }

    private static String output(String told, String name) {
        var output = Pattern.compile("Glidepath\\." + name + " = (\\S+)").matcher(told);
        assertThat(output.find()).as(told).isTrue();
        return output.group(1);
    }

    private String cdk(String... arguments) throws Exception {
        var assembly = Installed.real().file().getParent();
        var command = new ArrayList<>(List.of(CDK.toString(), "--app", assembly.toString()));
        command.addAll(List.of(arguments));
        var told = folder.resolve(arguments[0]);
        var builder = new ProcessBuilder(command).directory(Installed.INFRA.toFile());
        builder.environment().putAll(aws.environment());
        // Addressed by number, S3 takes the bucket from the path.
        builder.environment()
                .put(
                        "AWS_ENDPOINT_URL",
                        aws.endpoint().toString().replace("127.0.0.1", "localhost"));
        builder.environment().put("AWS_ENDPOINT_URL_S3", aws.endpoint().toString());
        var process = builder.redirectErrorStream(true).redirectOutput(told.toFile()).start();
        assertThat(process.waitFor()).as(Files.readString(told)).isZero();
        return Files.readString(told);
    }
}
