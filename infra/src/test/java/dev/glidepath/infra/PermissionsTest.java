package dev.glidepath.infra;

import static dev.glidepath.infra.Resources.map;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glidepath.runtime.HealthMetric;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;

class PermissionsTest {

    /// What may have a wildcard, and why.
    private static final Map<String, String> WILDCARDS =
            Map.ofEntries(
                    Map.entry("Allow s3:GetObject on some", "only listing tells their names"),
                    Map.entry("Allow s3:ListBucket if", "limits the listing to the folder"),
                    Map.entry("Allow s3:PutObject on some", "the deliverer names the files"),
                    Map.entry("Allow s3:PutObject if", "an export's id comes after its bucket"),
                    Map.entry("Allow cloudwatch:PutMetricData on all", "metrics have no ARN"),
                    Map.entry(
                            "Allow [cloudwatch:GetMetricData, cloudwatch:ListMetrics] on all",
                            "metrics have no ARN"),
                    Map.entry(
                            "Allow [ses:DescribeConfigurationSet, ses:GetAccount,"
                                    + " ses:GetIdentityDkimAttributes,"
                                    + " ses:GetIdentityVerificationAttributes, ses:GetSendQuota]"
                                    + " on all",
                            "SES's account has no ARN"),
                    Map.entry("Allow scheduler:ListSchedules on all", "listing has no ARN"),
                    Map.entry("Allow scheduler:GetSchedule on some", "those of the own group"),
                    Map.entry("Allow ses:SendRawEmail on some", "in SES's sandbox, recipients too"),
                    Map.entry("Allow ses:SendRawEmail if", "any name at the recipients' domains"),
                    Map.entry("Allow [kms:Decrypt, kms:GenerateDataKey] on all", "its own key"),
                    Map.entry("Allow kms:* to do", "the account looks after its key"),
                    Map.entry("Allow kms:* on all", "its own key"),
                    Map.entry(
                            "Allow [glue:CreateTable, glue:GetDatabase, glue:GetTable,"
                                    + " glue:UpdateTable] on some",
                            "one table for each export and month"),
                    Map.entry(
                            "Allow [s3:AbortMultipartUpload, s3:GetObject,"
                                    + " s3:ListMultipartUploadParts, s3:PutObject] on some",
                            "Athena names its results"),
                    Map.entry("Deny s3:* to do", "nothing without TLS"),
                    Map.entry("Deny s3:* by all", "nobody without TLS"),
                    Map.entry("Deny s3:* on some", "nothing without TLS"),
                    Map.entry("Deny sqs:* to do", "nothing without TLS"),
                    Map.entry("Deny sqs:* by all", "nobody without TLS"),
                    Map.entry("Deny sns:Publish by all", "nobody without TLS"));

    @BeforeAll
    static void needsNode() {
        Installed.assumeNode();
    }

    @Test
    void everyWildcardIsExplainedAndEveryExplanationIsNeeded() {
        var found = new TreeSet<String>();
        for (var installed : all()) {
            Resources.statements(installed).forEach(s -> found.addAll(wildcards(s)));
        }
        assertThat(found).containsExactlyInAnyOrderElementsOf(WILDCARDS.keySet());
    }

    @Test
    void eachFunctionHasARoleOfItsOwnAndNoManagedPolicy() {
        for (var installed : all()) {
            assertThat(
                            Resources.properties(installed, "AWS::Lambda::Function").stream()
                                    .map(function -> function.get("Role")))
                    .doesNotHaveDuplicates();
            assertThat(Resources.properties(installed, "AWS::IAM::Role"))
                    .hasSize(Task.values().length + 1)
                    .noneMatch(role -> role.containsKey("ManagedPolicyArns"));
        }
    }

    @Test
    void nothingIsReachedFromOutside() {
        for (var installed : all()) {
            assertThat(types(installed))
                    .noneMatch(
                            type ->
                                    type.equals("AWS::Lambda::Url")
                                            || type.startsWith("AWS::ApiGateway"));
            assertThat(Resources.properties(installed, "AWS::Lambda::Permission"))
                    .isNotEmpty()
                    .allSatisfy(
                            permission -> {
                                assertThat(permission.get("Principal").toString())
                                        .endsWith(".amazonaws.com");
                                assertThat(permission.get("SourceArn").toString())
                                        .containsAnyOf(
                                                "LandingRule", "MailFeedback", "QueriesEnds");
                            });
        }
    }

    @Test
    void trendsReadsTheTableAndNothingElse() {
        assertThat(actions(Task.TRENDS))
                .containsExactlyInAnyOrder(
                        "dynamodb:BatchGetItem",
                        "dynamodb:GetItem",
                        "dynamodb:Query",
                        "logs:CreateLogStream",
                        "logs:PutLogEvents");
    }

    @Test
    void theDoctorOnlyLooks() {
        assertThat(actions(Task.DOCTOR))
                .filteredOn(action -> !action.startsWith("logs:"))
                .allMatch(
                        action ->
                                action.matches(
                                        "\\w+:(Get|List|Describe|BatchGet|Query|Simulate).*"));
    }

    /// Texts, which the digest keeps of each mail, are written in batches.
    @Test
    void theDigestKeepsReceiptsAndPlans() {
        assertThat(actions(Task.DIGEST)).contains("dynamodb:BatchWriteItem", "dynamodb:PutItem");
        assertThat(actions(Task.FEEDBACK)).doesNotContain("dynamodb:BatchWriteItem");
    }

    @Test
    void nobodyDeletesOrScans() {
        for (var task : Task.values()) {
            assertThat(actions(task)).noneMatch(a -> a.contains("Delete") || a.contains("Scan"));
        }
    }

    @Test
    void collectReadsTheExportsFolderOfTheirOwnerOnly() {
        var reading =
                Resources.allowed(Installed.existing(), Task.COLLECT).stream()
                        .filter(s -> s.get("Action").toString().matches("s3:.*|kms:.*"))
                        .filter(s -> !s.toString().contains("QueriesBucket"))
                        .toList();
        assertThat(reading)
                .extracting(Object::toString)
                .anySatisfy(
                        s ->
                                assertThat(s)
                                        .contains("s3:GetObject", ":::acme-billing/cost/focus/*")
                                        .contains("aws:ResourceAccount={Ref=AWS::AccountId}"))
                .anySatisfy(
                        s ->
                                assertThat(s)
                                        .contains("s3:ListBucket", "s3:prefix=cost/focus/*")
                                        .contains("aws:ResourceAccount={Ref=AWS::AccountId}"))
                .anySatisfy(
                        s ->
                                assertThat(s)
                                        .contains("kms:Decrypt", ":key/1234abcd-12ab")
                                        .contains("kms:ViaService=s3.eu-central-1.amazonaws.com"))
                .hasSize(3);
        assertThat(Resources.allowed(Installed.ofAnotherAccount(), Task.COLLECT).toString())
                .contains("aws:ResourceAccount=210987654321");
    }

    @Test
    void noBucketOfAnotherOwnerIsAsked() {
        for (var installed : all()) {
            for (var task : List.of(Task.COLLECT, Task.DOCTOR)) {
                assertThat(Resources.allowed(installed, task))
                        .filteredOn(s -> s.get("Action").toString().contains("s3:"))
                        .filteredOn(s -> !s.toString().contains("QueriesBucket"))
                        .isNotEmpty()
                        .allSatisfy(
                                s ->
                                        assertThat(s.get("Condition"))
                                                .asString()
                                                .contains("aws:ResourceAccount="));
            }
        }
    }

    @Test
    void healthIsToldInItsNamespaceOnly() {
        for (var task : List.of(Task.COLLECT, Task.DIGEST, Task.FEEDBACK)) {
            assertThat(Resources.allowed(Installed.shipped(), task))
                    .filteredOn(s -> s.get("Action").equals("cloudwatch:PutMetricData"))
                    .singleElement()
                    .extracting(s -> s.get("Condition"))
                    .isEqualTo(
                            Map.of(
                                    "StringEquals",
                                    Map.of("cloudwatch:namespace", HealthMetric.NAMESPACE)));
        }
    }

    @Test
    void theDoctorSimulatesBothFunctionsAndNoOther() {
        assertThat(Resources.allowed(Installed.shipped(), Task.DOCTOR))
                .filteredOn(s -> s.get("Action").equals("iam:SimulatePrincipalPolicy"))
                .singleElement()
                .extracting(s -> s.get("Resource").toString())
                .asString()
                .contains("FunctionsCollectRole", "FunctionsDigestRole")
                .doesNotContain("Feedback", "Trends", "*");
    }

    @Test
    void asksAthenaInItsOwnWorkgroupAndDatabaseOnly() {
        var asking =
                Resources.allowed(Installed.existing(), Task.COLLECT).stream()
                        .filter(s -> s.get("Action").toString().matches(".*(athena|glue):.*"))
                        .map(Object::toString)
                        .toList();
        assertThat(asking)
                .hasSize(2)
                .anySatisfy(s -> assertThat(s).contains("athena:Start", ":workgroup/"))
                .anySatisfy(
                        s ->
                                assertThat(s)
                                        .contains(":catalog", ":database/glidepath")
                                        .contains(":table/glidepath/*"));
        assertThat(actions(Task.COLLECT))
                .noneMatch(a -> a.startsWith("athena:") || a.startsWith("glue:"));
        assertThat(Resources.allowed(Installed.existing(), Task.DIGEST).toString())
                .doesNotContain("athena", "glue", "QueriesBucket");
    }

    private static List<Installed> all() {
        return List.of(
                Installed.shipped(),
                Installed.cur(),
                Installed.existing(),
                Installed.ofAnotherAccount());
    }

    private static TreeSet<String> actions(Task task) {
        var actions = new TreeSet<String>();
        Resources.allowed(Installed.shipped(), task)
                .forEach(s -> Resources.texts(s.get("Action")).forEach(actions::add));
        return actions;
    }

    private static Stream<String> types(Installed installed) {
        return map(installed.template().toJSON().get("Resources")).values().stream()
                .map(resource -> map(resource).get("Type").toString());
    }

    /// Where a statement has one.
    private static List<String> wildcards(Map<String, Object> statement) {
        var what = statement.get("Effect") + " " + statement.get("Action");
        return Stream.of(
                        has(statement, "Action") ? " to do" : "",
                        has(statement, "Principal") ? " by all" : "",
                        statement.getOrDefault("Resource", "").equals("*") ? " on all" : "",
                        has(statement, "Resource") && !statement.get("Resource").equals("*")
                                ? " on some"
                                : "",
                        has(statement, "Condition") ? " if" : "")
                .filter(part -> !part.isEmpty())
                .map(part -> what + part)
                .toList();
    }

    private static boolean has(Map<String, Object> statement, String part) {
        return statement.getOrDefault(part, "").toString().contains("*");
    }
}
