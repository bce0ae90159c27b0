package dev.glidepath.infra;

import dev.glidepath.collect.athena.Place;

import software.amazon.awscdk.ArnComponents;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.athena.CfnWorkGroup;
import software.amazon.awscdk.services.athena.CfnWorkGroup.EncryptionConfigurationProperty;
import software.amazon.awscdk.services.athena.CfnWorkGroup.EngineVersionProperty;
import software.amazon.awscdk.services.athena.CfnWorkGroup.ResultConfigurationProperty;
import software.amazon.awscdk.services.athena.CfnWorkGroup.WorkGroupConfigurationProperty;
import software.amazon.awscdk.services.glue.CfnDatabase;
import software.amazon.awscdk.services.glue.CfnDatabase.DatabaseInputProperty;
import software.amazon.awscdk.services.s3.BlockPublicAccess;
import software.amazon.awscdk.services.s3.Bucket;
import software.amazon.awscdk.services.s3.BucketEncryption;
import software.amazon.awscdk.services.s3.LifecycleRule;
import software.amazon.awscdk.services.s3.ObjectOwnership;
import software.constructs.Construct;

import java.util.List;
import java.util.Locale;

/// Where Athena sums deliveries that outgrow the function: a workgroup that limits what a query
/// reads, a database for tables of their files, and a bucket for results, which expire.
final class Queries extends Construct {

    /// A query that would read more is cut off. Of Parquet only the columns that are asked for
    /// count.
    private static final long MOST_SCANNED = 1_000_000_000_000L;

    private final long above;
    private final Bucket bucket;
    private final CfnWorkGroup workgroup;
    private final String database;

    /// @param above bytes that the function still reads itself
    Queries(Construct scope, String id, long above) {
        super(scope, id);
        this.above = above;
        bucket = newBucket();
        database = named().replace('-', '_');
        CfnDatabase.Builder.create(this, "Database")
                .catalogId(Stack.of(this).getAccount())
                .databaseInput(
                        DatabaseInputProperty.builder()
                                .name(database)
                                .description("Glidepath: the files of deliveries that Athena sums")
                                .build())
                .build();
        workgroup = newWorkgroup();
    }

    /// As the function reads it.
    String told() {
        return new Place(named(), database, bucket.getBucketName(), account(), above).text();
    }

    /// Lets it ask, and calls it when a query has ended.
    void serve(TaskFunction collect, DeadLetters letters) {
        new QueryPermissions(bucket, workgroupArn(), database).grant(collect);
        new QueryEnds(this, "Ends", named(), collect.function(), letters);
    }

    private String workgroupArn() {
        return arn("athena", "workgroup", workgroup.getName());
    }

    private String arn(String service, String resource, String name) {
        return Stack.of(this)
                .formatArn(
                        ArnComponents.builder()
                                .service(service)
                                .resource(resource)
                                .resourceName(name)
                                .build());
    }

    private String account() {
        return Stack.of(this).getAccount();
    }

    private String named() {
        return Stack.of(this).getStackName().toLowerCase(Locale.ROOT);
    }

    /// The configuration is enforced: no query can write its result elsewhere or read more.
    private CfnWorkGroup newWorkgroup() {
        var results =
                ResultConfigurationProperty.builder()
                        .outputLocation("s3://" + bucket.getBucketName() + "/results/")
                        .expectedBucketOwner(account())
                        .encryptionConfiguration(
                                EncryptionConfigurationProperty.builder()
                                        .encryptionOption("SSE_S3")
                                        .build())
                        .build();
        return CfnWorkGroup.Builder.create(this, "Workgroup")
                .name(named())
                .description("Glidepath: sums billing exports that outgrow the function")
                .recursiveDeleteOption(true)
                .workGroupConfiguration(
                        WorkGroupConfigurationProperty.builder()
                                .bytesScannedCutoffPerQuery(MOST_SCANNED)
                                .enforceWorkGroupConfiguration(true)
                                .engineVersion(
                                        EngineVersionProperty.builder()
                                                .selectedEngineVersion("Athena engine version 3")
                                                .build())
                                .publishCloudWatchMetricsEnabled(true)
                                .resultConfiguration(results)
                                .build())
                .build();
    }

    private Bucket newBucket() {
        var made =
                Bucket.Builder.create(this, "Bucket")
                        .blockPublicAccess(BlockPublicAccess.BLOCK_ALL)
                        .objectOwnership(ObjectOwnership.BUCKET_OWNER_ENFORCED)
                        .enforceSsl(true)
                        .encryption(BucketEncryption.S3_MANAGED)
                        .lifecycleRules(
                                List.of(
                                        LifecycleRule.builder()
                                                .id("results-for-a-week")
                                                .expiration(Duration.days(7))
                                                .abortIncompleteMultipartUploadAfter(
                                                        Duration.days(1))
                                                .build()))
                        .removalPolicy(RemovalPolicy.RETAIN)
                        .build();
        Reasons.allow(
                made,
                "AwsSolutions-S1",
                "Its files are sums of the exports and expire within a week; the exports' bucket logs"
                        + " who reads them.");
        return made;
    }
}
