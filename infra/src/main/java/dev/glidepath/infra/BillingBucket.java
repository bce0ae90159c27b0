package dev.glidepath.infra;

import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.s3.BlockPublicAccess;
import software.amazon.awscdk.services.s3.Bucket;
import software.amazon.awscdk.services.s3.BucketEncryption;
import software.amazon.awscdk.services.s3.CfnBucket;
import software.amazon.awscdk.services.s3.CfnBucket.EventBridgeConfigurationProperty;
import software.amazon.awscdk.services.s3.CfnBucket.NotificationConfigurationProperty;
import software.amazon.awscdk.services.s3.LifecycleRule;
import software.amazon.awscdk.services.s3.ObjectOwnership;
import software.amazon.awscdk.services.s3.StorageClass;
import software.amazon.awscdk.services.s3.Transition;
import software.constructs.Construct;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// A bucket for what the cloud billed, and the log of who read it. Both outlive the stack.
final class BillingBucket extends Construct {

    private final Bucket bucket;

    BillingBucket(Construct scope, String id, Optional<String> name) {
        super(scope, id);
        var log = secured("AccessLog", List.of(expiring(), cleaned())).build();
        var deliveries = secured("Bucket", List.of(archived(), cleaned()));
        name.ifPresent(deliveries::bucketName);
        bucket = deliveries.serverAccessLogsBucket(log).build();
        tellEvents(bucket);
        keepPolicy(log);
        keepPolicy(bucket);
    }

    /// The CDK's own way needs a function of its own to set this one property.
    private static void tellEvents(Bucket bucket) {
        var events = EventBridgeConfigurationProperty.builder().eventBridgeEnabled(true).build();
        ((CfnBucket) Objects.requireNonNull(bucket.getNode().getDefaultChild()))
                .setNotificationConfiguration(
                        NotificationConfigurationProperty.builder()
                                .eventBridgeConfiguration(events)
                                .build());
    }

    /// A bucket that stays must stay TLS only.
    private static void keepPolicy(Bucket bucket) {
        Objects.requireNonNull(bucket.getPolicy()).applyRemovalPolicy(RemovalPolicy.RETAIN);
    }

    Bucket bucket() {
        return bucket;
    }

    private Bucket.Builder secured(String id, List<LifecycleRule> rules) {
        return Bucket.Builder.create(this, id)
                .blockPublicAccess(BlockPublicAccess.BLOCK_ALL)
                .objectOwnership(ObjectOwnership.BUCKET_OWNER_ENFORCED)
                .enforceSsl(true)
                .encryption(BucketEncryption.S3_MANAGED)
                .versioned(true)
                .lifecycleRules(rules)
                .removalPolicy(RemovalPolicy.RETAIN);
    }

    /// Deliveries are kept: rules that change are applied by collecting them again.
    private static LifecycleRule archived() {
        var infrequent =
                Transition.builder()
                        .storageClass(StorageClass.INFREQUENT_ACCESS)
                        .transitionAfter(Duration.days(60))
                        .build();
        return LifecycleRule.builder()
                .id("old-deliveries-cost-less")
                .transitions(List.of(infrequent))
                .build();
    }

    private static LifecycleRule expiring() {
        return LifecycleRule.builder().id("log-for-a-year").expiration(Duration.days(365)).build();
    }

    private static LifecycleRule cleaned() {
        return LifecycleRule.builder()
                .id("remove-leftovers")
                .noncurrentVersionExpiration(Duration.days(30))
                .abortIncompleteMultipartUploadAfter(Duration.days(7))
                .build();
    }
}
