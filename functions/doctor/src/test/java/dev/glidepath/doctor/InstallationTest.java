package dev.glidepath.doctor;

import static dev.glidepath.doctor.Severity.UNKNOWN;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import dev.glidepath.doctor.check.ScriptedAws;
import dev.glidepath.doctor.check.SmallPlan;
import dev.glidepath.runtime.Variable;

import org.assertj.core.api.AbstractStringAssert;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.scheduler.SchedulerClient;
import software.amazon.awssdk.services.ses.SesClient;
import software.amazon.awssdk.services.sesv2.SesV2Client;

import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

class InstallationTest {

    private static final String KEY = "arn:aws:kms:eu-central-1:210987654321:key/1234";
    private static final Map<Variable, String> VARIABLES =
            Map.of(
                    Variable.TABLE, "glidepath",
                    Variable.EXPORTS, "s3://billing/exports/",
                    Variable.EXPORT_OWNER, "210987654321",
                    Variable.SENDER, "costs@acme.com",
                    Variable.CONFIGURATION_SET, "set",
                    Variable.COLLECT_FUNCTION, "collect",
                    Variable.DIGEST_FUNCTION, "digest");

    @TempDir private Path scratch;
    private final ScriptedAws aws = new ScriptedAws();

    @AfterEach
    void close() {
        aws.close();
    }

    @Test
    void everyAreaIsLookedAt() {
        assertThat(examined(VARIABLES).findings())
                .extracting(Finding::area)
                .contains(Area.values());
    }

    @Test
    void whatIsNotKnownIsUnknownAndNamed() {
        var known = new EnumMap<>(VARIABLES);
        known.remove(Variable.TABLE);
        for (var area : List.of(Area.TABLE, Area.SNAPSHOTS, Area.DIGESTS)) {
            assertThat(of(area, examined(known)))
                    .singleElement()
                    .satisfies(
                            finding -> {
                                assertThat(finding.severity()).isEqualTo(UNKNOWN);
                                assertThat(finding.what())
                                        .isEqualTo("GLIDEPATH_TABLE is not known");
                                assertThat(finding.mend()).contains("--stack");
                            });
        }
    }

    @Test
    void whatTheFunctionsWriteIsSimulated() {
        simulate();
        for (var function : List.of("collect", "digest")) {
            assertSimulated("PolicySourceArn=arn:" + function, "dynamodb:")
                    .contains("=dynamodb:Query&", "=dynamodb:BatchWriteItem&")
                    .contains(
                            "=dynamodb:PutItem&", "=arn:aws:dynamodb:eu-west-1:1:table/glidepath");
        }
    }

    @Test
    void whatCollectReadsIsSimulatedAsItReadsIt() {
        simulate();
        assertSimulated("PolicySourceArn=arn:collect", "s3:GetObject")
                .contains("=arn:aws:s3:::billing/exports/x")
                .contains("ContextKeyName=aws:ResourceAccount", "=210987654321");
        assertSimulated("PolicySourceArn=arn:collect", "kms:Decrypt")
                .contains(KEY, "ContextKeyName=kms:ViaService", "=s3.eu-central-1.amazonaws.com");
    }

    @Test
    void sendingIsSimulatedToEveryRecipient() {
        simulate();
        assertSimulated("PolicySourceArn=arn:digest", "ses:SendRawEmail")
                .contains("=arn:aws:ses:eu-west-1:1:configuration-set/set")
                .contains("ContextKeyName=ses:FromAddress", "=costs@acme.com")
                .contains("ContextKeyName=ses:Recipients", "=cfo@acme.com", "=cto@acme.com");
    }

    private void simulate() {
        aws.with(
                "\"TableName\":\"glidepath\"",
                "{\"Table\":{\"TableArn\":\"arn:aws:dynamodb:eu-west-1:1:table/glidepath\"}}");
        for (var function : List.of("collect", "digest")) {
            aws.with(
                    "GET /2015-03-31/functions/" + function + "/configuration",
                    "{\"Role\":\"arn:%s\"}".formatted(function));
        }
        aws.with(
                "?encryption",
                """
                <ServerSideEncryptionConfiguration><Rule><ApplyServerSideEncryptionByDefault>
                <SSEAlgorithm>aws:kms</SSEAlgorithm><KMSMasterKeyID>%s</KMSMasterKeyID>
                </ApplyServerSideEncryptionByDefault></Rule></ServerSideEncryptionConfiguration>"""
                        .formatted(KEY));
        examined(VARIABLES);
    }

    private AbstractStringAssert<?> assertSimulated(String role, String action) {
        return assertThat(aws.requests())
                .filteredOn(asked -> asked.contains("Action=SimulatePrincipalPolicy"))
                .filteredOn(asked -> asked.contains(role) && asked.contains("=" + action))
                .singleElement(STRING);
    }

    private Diagnosis examined(Map<Variable, String> variables) {
        var clients =
                new Clients(
                        aws.client(DynamoDbClient.builder()),
                        aws.client(S3Client.builder()),
                        aws.client(SesClient.builder()),
                        aws.client(SesV2Client.builder()),
                        aws.client(SchedulerClient.builder()),
                        aws.client(LambdaClient.builder()),
                        aws.client(IamClient.builder()));
        var installation =
                new Installation(
                        variables,
                        SmallPlan.withRecipients(
                                "[{email: cfo@acme.com, scope: all}, {email: cto@acme.com, scope: all}]"),
                        List.of(),
                        clients,
                        scratch,
                        () -> Instant.parse("2026-05-12T06:00:00Z"));
        return Doctor.examine(installation.examinations());
    }

    private static List<Finding> of(Area area, Diagnosis diagnosis) {
        return diagnosis.findings().stream().filter(f -> f.area() == area).toList();
    }
}
