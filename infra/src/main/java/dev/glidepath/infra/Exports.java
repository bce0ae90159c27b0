package dev.glidepath.infra;

import dev.glidepath.infra.settings.ExportSource;

import software.amazon.awscdk.services.s3.Bucket;
import software.amazon.awscdk.services.s3.IBucket;
import software.constructs.Construct;

/// The billing exports: made here, or read where somebody else has them delivered.
final class Exports extends Construct {

    private final IBucket bucket;
    private final String prefix;

    Exports(Construct scope, String id, ExportSource source) {
        super(scope, id);
        prefix = source.prefix();
        bucket =
                switch (source) {
                    case ExportSource.Created created -> {
                        var billing = new BillingBucket(this, "Billing", created.bucket());
                        new DataExport(this, "DataExport", created, billing);
                        yield billing.bucket();
                    }
                    case ExportSource.Existing existing ->
                            Bucket.fromBucketName(this, "Billing", existing.bucket());
                };
    }

    /// `s3://…`, with a slash at the end.
    String location() {
        return "s3://" + bucket.getBucketName() + "/" + (prefix.isEmpty() ? "" : prefix + "/");
    }
}
