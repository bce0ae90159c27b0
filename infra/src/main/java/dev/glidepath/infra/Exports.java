package dev.glidepath.infra;

import dev.glidepath.infra.settings.ExportSource;

import software.amazon.awscdk.Arn;
import software.amazon.awscdk.ArnFormat;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.s3.Bucket;
import software.amazon.awscdk.services.s3.IBucket;
import software.constructs.Construct;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The billing exports: made here, or read where somebody else has them delivered.
final class Exports extends Construct {

    private final IBucket bucket;
    private final ExportSource source;

    Exports(Construct scope, String id, ExportSource source) {
        super(scope, id);
        this.source = source;
        bucket =
                switch (source) {
                    case ExportSource.Created created -> {
                        var billing = new BillingBucket(this, "Billing", created.bucket());
                        make(created, billing);
                        yield billing.bucket();
                    }
                    case ExportSource.Existing existing ->
                            Bucket.fromBucketName(this, "Billing", existing.bucket());
                };
    }

    private void make(ExportSource.Created created, BillingBucket billing) {
        billing.bucket().addToResourcePolicy(DataExport.delivery(billing));
        var prefix = created.prefix();
        new DataExport(this, "DataExport", ExportTable.of(created.format()), prefix, billing);
        if (created.recommendations()) {
            new DataExport(this, "Recommendations", ExportTable.RECOMMENDATIONS, prefix, billing);
        }
    }

    IBucket bucket() {
        return bucket;
    }

    /// `s3://…`, with a slash at the end.
    String location() {
        return "s3://" + bucket.getBucketName() + "/" + folder();
    }

    /// Empty for the bucket's root, else with a slash at the end.
    String folder() {
        return source.prefix().isEmpty() ? "" : source.prefix() + "/";
    }

    /// The account that the bucket belongs to.
    String owner() {
        return stated().orElse(Stack.of(this).getAccount());
    }

    /// Whether S3's events of the bucket arrive in the stack's account.
    boolean areOwn() {
        return stated().isEmpty();
    }

    private Optional<String> stated() {
        return source instanceof ExportSource.Existing existing
                ? existing.owner()
                : Optional.empty();
    }

    /// The wildcards: which files there are, only the listing tells. A bucket that somebody else
    /// makes under this name is not read.
    void allowReading(TaskFunction reader) {
        var owned = Map.of("StringEquals", Map.of("aws:ResourceAccount", owner()));
        var files = bucket.arnForObjects(folder() + "*");
        reader.role()
                .addToPolicy(
                        PolicyStatement.Builder.create()
                                .sid("ReadExports")
                                .actions(List.of("s3:GetObject"))
                                .resources(List.of(files))
                                .conditions(owned)
                                .build());
        reader.role()
                .addToPolicy(
                        PolicyStatement.Builder.create()
                                .sid("ListExports")
                                .actions(List.of("s3:ListBucket"))
                                .resources(List.of(bucket.getBucketArn()))
                                .conditions(listing())
                                .build());
        if (source instanceof ExportSource.Existing existing) {
            existing.key().ifPresent(key -> reader.role().addToPolicy(decrypting(key)));
        }
        Reasons.allowWildcard(
                reader.role(),
                Map.of("regex", "/^Resource::.*\\/" + folder().replace("/", "\\/") + "\\*$/"),
                "Reads the exports' files, whose names are known from listing them only.");
    }

    /// How the bucket is set up.
    void allowLooking(TaskFunction looker) {
        looker.role()
                .addToPolicy(
                        PolicyStatement.Builder.create()
                                .sid("LookAtBucket")
                                .actions(
                                        List.of(
                                                "s3:GetBucketLocation",
                                                "s3:GetBucketPolicy",
                                                "s3:GetEncryptionConfiguration"))
                                .resources(List.of(bucket.getBucketArn()))
                                .conditions(
                                        Map.of(
                                                "StringEquals",
                                                Map.of("aws:ResourceAccount", owner())))
                                .build());
    }

    private Map<String, Object> listing() {
        var owned = Map.of("aws:ResourceAccount", owner());
        return folder().isEmpty()
                ? Map.of("StringEquals", owned)
                : new TreeMap<>(
                        Map.of(
                                "StringEquals",
                                owned,
                                "StringLike",
                                Map.of("s3:prefix", folder() + "*")));
    }

    /// Only for files that S3 reads for it, which it does in the key's region.
    private static PolicyStatement decrypting(String key) {
        var s3 =
                "s3."
                        + Arn.split(key, ArnFormat.SLASH_RESOURCE_NAME).getRegion()
                        + ".amazonaws.com";
        return PolicyStatement.Builder.create()
                .sid("DecryptExports")
                .actions(List.of("kms:Decrypt"))
                .resources(List.of(key))
                .conditions(Map.of("StringEquals", Map.of("kms:ViaService", s3)))
                .build();
    }
}
