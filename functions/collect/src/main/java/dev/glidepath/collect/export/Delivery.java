package dev.glidepath.collect.export;

import dev.glidepath.collect.export.Bucket.Item;

import java.time.Duration;
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

    private static final Duration MANIFEST_FOLLOWS = Duration.ofMinutes(1);
    private static final Duration LONGEST_DELIVERY = Duration.ofHours(3);

    public Delivery {
        files = List.copyOf(files);
    }

    /// Whether files that are overwritten at each delivery are newer than the manifest, which is
    /// written last: then they are of the next delivery, or some of them are.
    ///
    /// @param now a copy of a bucket may have the manifest first, and is taken when it has settled
    public boolean isUnderWay(Instant now) {
        return files.stream()
                .filter(file -> Layout.delivered(file.key()).isEmpty())
                .map(Item::modified)
                .anyMatch(
                        modified ->
                                modified.isAfter(version.delivered().plus(MANIFEST_FOLLOWS))
                                        && modified.isAfter(now.minus(LONGEST_DELIVERY)));
    }

    /// @param executionId the manifest's execution or assembly id, else a hash of the content
    /// @param delivered from the path of the files where it says so, else the last modification of
    ///   the manifest
    public record Version(String executionId, Instant delivered) {}
}
