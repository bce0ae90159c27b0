package dev.glidepath.infra.settings;

import java.util.Optional;

/// Where the billing export comes from.
public sealed interface ExportSource {

    /// The folder in the bucket under which exports lie, without a slash at either end; empty when
    /// they lie at the bucket's root.
    String prefix();

    /// The stack makes the export and its bucket.
    ///
    /// @param bucket the bucket's name; empty when CloudFormation is to find one
    /// @param recommendations whether it also makes an export of what AWS recommends
    record Created(
            ExportFormat format, Optional<String> bucket, String prefix, boolean recommendations)
            implements ExportSource {}

    /// Somebody else makes the export, and it lies in this bucket.
    ///
    /// @param owner the account that owns the bucket; empty when it is the stack's
    /// @param key the ARN of the KMS key that encrypts it; empty when S3's own does
    record Existing(String bucket, String prefix, Optional<String> owner, Optional<String> key)
            implements ExportSource {}
}
