package dev.glidepath.collect.function;

import dev.glidepath.collect.Collect;
import dev.glidepath.collect.CollectRun;
import dev.glidepath.collect.Limits;
import dev.glidepath.collect.Scratch;
import dev.glidepath.collect.advice.Advice;
import dev.glidepath.collect.athena.AthenaSource;
import dev.glidepath.collect.athena.Place;
import dev.glidepath.collect.charges.ChargeSource;
import dev.glidepath.collect.charges.DirectSource;
import dev.glidepath.collect.export.BucketPrefix;
import dev.glidepath.collect.metrics.CostMetrics;
import dev.glidepath.collect.metrics.DailyMetrics;
import dev.glidepath.collect.metrics.EstimatedCharges;
import dev.glidepath.collect.s3.S3Bucket;
import dev.glidepath.core.plan.Plan;
import dev.glidepath.runtime.Aws;
import dev.glidepath.runtime.CloudWatchHealth;
import dev.glidepath.runtime.DeployedPlan;
import dev.glidepath.runtime.Early;
import dev.glidepath.runtime.Environment;
import dev.glidepath.runtime.Variable;
import dev.glidepath.store.Snapshots;

import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.athena.AthenaClient;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.glue.GlueClient;
import software.amazon.awssdk.services.s3.S3Client;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// What the environment says, and the run that is made of it.
record Wiring(
        String table,
        Early<Plan> plan,
        BucketPrefix exports,
        String owner,
        Limits limits,
        Optional<Place> queries) {

    static Wiring of(Environment environment) {
        var plan = Path.of(environment.text(Variable.PLAN));
        return new Wiring(
                environment.text(Variable.TABLE),
                Early.start(() -> DeployedPlan.read(plan)),
                BucketPrefix.of(environment.text(Variable.EXPORTS)),
                environment.text(Variable.EXPORT_OWNER),
                Limits.parse(environment.text(Variable.LIMITS)),
                Place.of(environment.text(Variable.ATHENA)));
    }

    CollectRun run() {
        DirectSource.warmUp();
        var scratch = Scratch.folder(Path.of(System.getProperty("java.io.tmpdir")));
        var snapshots = new Snapshots(Aws.client(DynamoDbClient.builder()), table);
        return new CollectRun(
                new CollectRun.Source(bucket(scratch), exports),
                new Collect(snapshots, source(scratch), limits),
                rules(),
                new CloudWatchHealth(Aws.client(CloudWatchClient.builder())),
                InstantSource.system(),
                daily(
                        snapshots,
                        new Advice(
                                bucket(scratch), exports.prefix(), scratch, snapshots.values())));
    }

    private ChargeSource source(Path scratch) {
        var direct = new DirectSource(scratch, limits);
        return queries.<ChargeSource>map(
                        place ->
                                new AthenaSource(
                                        direct,
                                        place,
                                        new S3Bucket.Account(exports.bucket(), owner),
                                        new AthenaSource.Clients(
                                                s3(),
                                                Aws.client(AthenaClient.builder()),
                                                Aws.client(GlueClient.builder())),
                                        InstantSource.system()))
                .orElse(direct);
    }

    /// Once a day: the deliveries of the others do not wait for its clients.
    private List<CollectRun.Daily> daily(Snapshots snapshots, Advice advice) {
        var values = snapshots.values();
        return List.of(
                clock -> new DailyMetrics(plan.get(), Wiring::cloudWatch, values).collect(clock),
                clock -> {
                    var billing = cloudWatch(Optional.of(EstimatedCharges.REGION));
                    return new EstimatedCharges(billing, values).collect(clock);
                },
                clock -> advice.newest(clock).stream().mapToInt(Advice.Read::written).sum(),
                clock -> {
                    var metrics = cloudWatch(Optional.empty());
                    new CostMetrics(metrics, snapshots, plan.get()).publish(clock.instant());
                    return 0;
                });
    }

    Collect.Rules rules() {
        return Collect.Rules.of(plan.get());
    }

    static CloudWatchClient cloudWatch(Optional<String> region) {
        var builder = CloudWatchClient.builder();
        region.ifPresent(name -> builder.region(Region.of(name)));
        return Aws.client(builder);
    }

    private static S3Client s3() {
        return Aws.client(S3Client.builder().crossRegionAccessEnabled(true));
    }

    private S3Bucket bucket(Path scratch) {
        return new S3Bucket(s3(), new S3Bucket.Account(exports.bucket(), owner), scratch);
    }
}
