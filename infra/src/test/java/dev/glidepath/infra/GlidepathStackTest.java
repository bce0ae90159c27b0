package dev.glidepath.infra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.MAP;

import dev.glidepath.store.SnapshotTable;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import software.amazon.awscdk.Stack;
import software.amazon.awscdk.assertions.Annotations;
import software.amazon.awscdk.assertions.Match;
import software.amazon.awscdk.assertions.Template;
import software.amazon.awscdk.services.s3.Bucket;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

class GlidepathStackTest {

    /// Parts of others, those of a schedule are its group's; and two that CloudFormation tags.
    private static final List<String> HAVE_NO_TAGS =
            List.of(
                    "AWS::CloudWatch::Dashboard",
                    "AWS::IAM::Policy",
                    "AWS::KMS::Key",
                    "AWS::Lambda::Alias",
                    "AWS::Lambda::EventInvokeConfig",
                    "AWS::Lambda::LayerVersion",
                    "AWS::Lambda::Permission",
                    "AWS::Lambda::Version",
                    "AWS::S3::BucketPolicy",
                    "AWS::SES::ConfigurationSetEventDestination",
                    "AWS::SNS::Subscription",
                    "AWS::SNS::TopicPolicy",
                    "AWS::SQS::QueuePolicy",
                    "AWS::Scheduler::Schedule");

    @BeforeAll
    static void needsNode() {
        Installed.assumeNode();
    }

    @Test
    void theTableHasTheKeysThatTheStoreAsksFor() {
        Installed.shipped()
                .template()
                .hasResourceProperties(
                        "AWS::DynamoDB::Table",
                        Map.of(
                                "KeySchema",
                                List.of(
                                        key(SnapshotTable.PARTITION_KEY, "HASH"),
                                        key(SnapshotTable.SORT_KEY, "RANGE")),
                                "AttributeDefinitions",
                                List.of(
                                        text(SnapshotTable.PARTITION_KEY),
                                        text(SnapshotTable.SORT_KEY)),
                                "GlobalSecondaryIndexes",
                                Match.absent()));
    }

    @Test
    void theTableIsKeptAndCanBeBroughtBack() {
        Installed.shipped()
                .template()
                .hasResource(
                        "AWS::DynamoDB::Table",
                        Map.of(
                                "DeletionPolicy", "Retain",
                                "UpdateReplacePolicy", "Retain",
                                "Properties",
                                        Match.objectLike(
                                                Map.of(
                                                        "BillingMode",
                                                        "PAY_PER_REQUEST",
                                                        "DeletionProtectionEnabled",
                                                        true,
                                                        "PointInTimeRecoverySpecification",
                                                        Map.of(
                                                                "PointInTimeRecoveryEnabled",
                                                                true,
                                                                "RecoveryPeriodInDays",
                                                                35),
                                                        "SSESpecification",
                                                        Map.of("SSEEnabled", true)))));
    }

    @Test
    void everyBucketIsPrivateEncryptedVersionedCleanedAndKept() {
        var template = Installed.shipped().template();
        template.resourceCountIs("AWS::S3::Bucket", 2);
        template.allResources(
                "AWS::S3::Bucket",
                Match.objectLike(
                        Map.of(
                                "DeletionPolicy", "Retain",
                                "UpdateReplacePolicy", "Retain")));
        template.allResourcesProperties(
                "AWS::S3::Bucket",
                Match.objectLike(
                        Map.of(
                                "PublicAccessBlockConfiguration",
                                Map.of(
                                        "BlockPublicAcls", true,
                                        "BlockPublicPolicy", true,
                                        "IgnorePublicAcls", true,
                                        "RestrictPublicBuckets", true),
                                "BucketEncryption",
                                Match.anyValue(),
                                "AccessControl",
                                Match.absent(),
                                "VersioningConfiguration",
                                Map.of("Status", "Enabled"),
                                "LifecycleConfiguration",
                                Map.of(
                                        "Rules",
                                        Match.arrayWith(
                                                List.of(
                                                        Match.objectLike(
                                                                Map.of(
                                                                        "Id",
                                                                        "remove-leftovers"))))))));
    }

    @Test
    void everyBucketRefusesPlainHttpForGood() {
        var template = Installed.shipped().template();
        template.resourceCountIs("AWS::S3::BucketPolicy", 2);
        template.allResources(
                "AWS::S3::BucketPolicy",
                Match.objectLike(
                        Map.of(
                                "DeletionPolicy",
                                "Retain",
                                "Properties",
                                Match.objectLike(
                                        Map.of(
                                                "PolicyDocument",
                                                Match.objectLike(
                                                        Map.of(
                                                                "Statement",
                                                                Match.arrayWith(
                                                                        List.of(PLAIN_HTTP)))))))));
    }

    @Test
    void everyQueueAndTopicRefusesPlainHttp() {
        for (var kind : List.of("AWS::SQS::Queue", "AWS::SNS::Topic")) {
            var policies =
                    Resources.properties(Installed.shipped(), kind + "Policy").stream()
                            .filter(p -> p.toString().contains("aws:SecureTransport=false"))
                            .toList();
            assertThat(policies)
                    .as(kind)
                    .hasSize(Resources.properties(Installed.shipped(), kind).size())
                    .allSatisfy(p -> assertThat(p.toString()).contains("Effect=Deny"));
        }
    }

    @Test
    void everyQueueAndTopicIsEncrypted() {
        assertThat(Resources.properties(Installed.shipped(), "AWS::SQS::Queue"))
                .isNotEmpty()
                .allMatch(
                        queue ->
                                Boolean.TRUE.equals(queue.get("SqsManagedSseEnabled"))
                                        || queue.containsKey("KmsMasterKeyId"));
        assertThat(Resources.properties(Installed.shipped(), "AWS::SNS::Topic"))
                .isNotEmpty()
                .allMatch(topic -> topic.containsKey("KmsMasterKeyId"));
    }

    @Test
    void deliveriesAreNeverRemoved() {
        var billing =
                Installed.shipped()
                        .template()
                        .findResources(
                                "AWS::S3::Bucket",
                                Map.of(
                                        "Properties",
                                        Map.of("LoggingConfiguration", Match.anyValue())));
        assertThat(billing).hasSize(1);
        assertThat(billing.toString()).doesNotContain("ExpirationInDays");
    }

    @Test
    void everythingThatCanBeTaggedIsTagged() {
        var untagged =
                resources(Installed.shipped())
                        .filter(
                                resource ->
                                        !resource.getOrDefault("Properties", "")
                                                .toString()
                                                .contains("Tags=[{Key=app, Value=glidepath}]"))
                        .map(resource -> resource.get("Type").toString())
                        .distinct();
        assertThat(untagged).containsExactlyInAnyOrderElementsOf(HAVE_NO_TAGS);
        assertThat(Installed.shipped().stack().getTags().tagValues())
                .containsEntry("app", "glidepath");
    }

    @Test
    void theAdminIsToldWhatWasMade() {
        assertThat(outputs(Installed.shipped()))
                .containsOnlyKeys(
                        "SnapshotTable",
                        "ExportLocation",
                        "CopyExports",
                        "Plan",
                        "Dashboard",
                        "TrendsDashboard",
                        "Backfill",
                        "Preview",
                        "RequestDigest",
                        "Doctor",
                        "TrendsFunction");
        assertThat(outputs(Installed.existing())).containsKey("NotifyOfDeliveries");
        assertThat(outputs(Installed.ofAnotherAccount()))
                .containsKey("CollectRole")
                .doesNotContainKey("NotifyOfDeliveries");
        assertThat(outputs(Installed.existing()).get("CopyExports"))
                .asInstanceOf(MAP)
                .containsEntry("Value", "aws s3 sync s3://acme-billing/cost/focus/ exports");
    }

    @Test
    void anExistingExportIsNotMadeAgain() {
        var template = Installed.ofAnotherAccount().template();
        template.resourceCountIs("AWS::S3::Bucket", 0);
        template.resourceCountIs("AWS::BCMDataExports::Export", 0);
        template.resourceCountIs("AWS::DynamoDB::Table", 1);
    }

    @Test
    void theStackIsNotDeletedByMistakeNorIsWhatNobodyCouldDealWith() {
        assertThat(Installed.shipped().stack().getTerminationProtection()).isTrue();
        assertThat(Resources.properties(Installed.shipped(), "AWS::SQS::Queue"))
                .allSatisfy(
                        queue ->
                                assertThat(queue)
                                        .containsEntry("MessageRetentionPeriod", 14 * 86_400));
    }

    @Test
    void anExportIsMadeInTheOnlyRegionThatMakesThem() {
        assertThat(Installed.shipped().stack().getRegion()).isEqualTo("us-east-1");
        assertThat(Installed.existing().stack().getRegion()).startsWith("${Token");
    }

    @Test
    void theChecksFindNothing() {
        for (var installed : List.of(Installed.cur(), Installed.existing())) {
            Annotations.fromStack(installed.stack()).hasNoError("*", Match.anyValue());
        }
        Annotations.fromStack(Installed.existing().stack()).hasNoWarning("*", Match.anyValue());
    }

    @Test
    void whatIsHushedHasItsReason() {
        var hushed =
                resources(Installed.shipped())
                        .map(resource -> Resources.map(resource.getOrDefault("Metadata", Map.of())))
                        .filter(metadata -> metadata.containsKey("cdk_nag"))
                        .map(metadata -> Resources.map(metadata.get("cdk_nag")))
                        .flatMap(nag -> Resources.list(nag.get("rules_to_suppress")).stream())
                        .map(Resources::map)
                        .toList();
        assertThat(hushed)
                .isNotEmpty()
                .allSatisfy(
                        rule -> {
                            assertThat(rule.get("reason").toString()).hasSizeGreaterThan(40);
                            assertThat(rule.get("id").toString())
                                    .isIn("AwsSolutions-SQS3", "AwsSolutions-IAM5");
                            assertThat(
                                            rule.get("id").equals("AwsSolutions-IAM5")
                                                    == rule.containsKey("applies_to"))
                                    .isTrue();
                        });
    }

    @Test
    void exampleAddressesAreToldAndCannotBeDeployed() {
        Annotations.fromStack(Installed.shipped().stack())
                .hasWarning("*", Match.stringLikeRegexp(".*replace costs@example.com, .*"));
        assertThat(Resources.map(Installed.shipped().template().toJSON().get("Rules")))
                .containsKey("RealAddresses");
        assertThat(Resources.map(Installed.existing().template().toJSON().get("Rules")))
                .doesNotContainKey("RealAddresses");
    }

    @Test
    void theChecksFindABucketThatIsNotSecured() {
        var stack = new Stack(Installed.app("naive"), "Naive");
        Bucket.Builder.create(stack, "Open").build();
        Template.fromStack(stack);
        var annotations = Annotations.fromStack(stack);
        annotations.hasError("*", Match.stringLikeRegexp("AwsSolutions-S1:.*"));
        annotations.hasError("*", Match.stringLikeRegexp("AwsSolutions-S10:.*"));
    }

    private static final Object PLAIN_HTTP =
            Match.objectLike(
                    Map.of(
                            "Effect",
                            "Deny",
                            "Action",
                            "s3:*",
                            "Principal",
                            Map.of("AWS", "*"),
                            "Condition",
                            Map.of("Bool", Map.of("aws:SecureTransport", "false"))));

    private static Stream<Map<String, Object>> resources(Installed installed) {
        return Resources.map(installed.template().toJSON().get("Resources")).values().stream()
                .map(Resources::map);
    }

    private static Map<String, Map<String, Object>> outputs(Installed installed) {
        return installed.template().findOutputs("*");
    }

    private static Map<String, String> key(String name, String type) {
        return Map.of("AttributeName", name, "KeyType", type);
    }

    private static Map<String, String> text(String name) {
        return Map.of("AttributeName", name, "AttributeType", "S");
    }
}
