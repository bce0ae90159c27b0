package dev.glidepath.collect.export;

import dev.glidepath.collect.export.Bucket.Item;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/// One delivery of an export: which files belong together, and how new they are.
///
/// @param billingPeriod what the manifest delivers; empty for a file without a manifest, where each
///   row says its own
/// @param manifest the key of the manifest, or of the file that stands alone
public record Delivery(
        String export,
        Optional<YearMonth> billingPeriod,
        Version version,
        String manifest,
        List<Item> files) {

    public Delivery {
        files = List.copyOf(files);
    }

    /// @param executionId the manifest's execution or assembly id, else a hash of the content
    /// @param delivered from the path of the files where it says so, else the last modification of
    ///   the manifest
    public record Version(String executionId, Instant delivered) {}
}
