package dev.glidepath.collect.function;

import dev.glidepath.collect.Collect;
import dev.glidepath.collect.CollectRun;
import dev.glidepath.collect.Limits;
import dev.glidepath.collect.Scratch;
import dev.glidepath.collect.advice.Advice;
import dev.glidepath.collect.export.BucketPrefix;
import dev.glidepath.collect.metrics.CostMetrics;
import dev.glidepath.collect.metrics.DailyMetrics;
import dev.glidepath.collect.metrics.EstimatedCharges;
import dev.glidepath.collect.s3.S3Bucket;
import dev.glidepath.core.plan.Plan;
import dev.glidepath.runtime.Aws;
import dev.glidepath.runtime.CloudWatchHealth;
import dev.glidepath.runtime.DeployedPlan;
import dev.glidepath.runtime.Environment;
import dev.glidepath.runtime.Variable;
import dev.glidepath.store.Snapshots;

import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;

/// What the environment says, and the run that is made of it.
record Wiring(String table, Plan plan, BucketPrefix exports, String owner, Limits limits) {

    static Wiring of(Environment environment) {
        return new Wiring(
                environment.text(Variable.TABLE),
                DeployedPlan.read(Path.of(environment.text(Variable.PLAN))),
                BucketPrefix.of(environment.text(Variable.EXPORTS)),
                environment.text(Variable.EXPORT_OWNER),
                Limits.parse(environment.text(Variable.LIMITS)));
    }

    CollectRun run() {
        var scratch = Scratch.folder(Path.of(System.getProperty("java.io.tmpdir")));
        var snapshots = new Snapshots(Aws.client(DynamoDbClient.builder()), table);
        var bucket = bucket(scratch);
        return new CollectRun(
                new CollectRun.Source(bucket, exports),
                new Collect(snapshots, scratch, Optional.empty(), limits),
                rules(),
                new CloudWatchHealth(Aws.client(CloudWatchClient.builder())),
                InstantSource.system(),
                daily(snapshots, bucket, scratch));
    }

    /// Once a day: the deliveries of the others do not wait for its clients.
    private CollectRun.Daily daily(Snapshots snapshots, S3Bucket bucket, Path scratch) {
        return clock -> {
            var values = snapshots.values();
            new CostMetrics(cloudWatch(Optional.empty()), snapshots, plan).publish(clock.instant());
            var metrics = new DailyMetrics(plan, Wiring::cloudWatch, values);
            var billing = cloudWatch(Optional.of(EstimatedCharges.REGION));
            var advice = new Advice(bucket, exports.prefix(), scratch, values);
            return metrics.collect(clock)
                    + new EstimatedCharges(billing, values).collect(clock)
                    + advice.newest(clock).stream().mapToInt(Advice.Read::written).sum();
        };
    }

    Collect.Rules rules() {
        return Collect.Rules.of(plan);
    }

    private static CloudWatchClient cloudWatch(Optional<String> region) {
        var builder = CloudWatchClient.builder();
        region.ifPresent(name -> builder.region(Region.of(name)));
        return Aws.client(builder);
    }

    private S3Bucket bucket(Path scratch) {
        return new S3Bucket(
                Aws.client(S3Client.builder().crossRegionAccessEnabled(true)),
                new S3Bucket.Account(exports.bucket(), owner),
                scratch);
    }
}
