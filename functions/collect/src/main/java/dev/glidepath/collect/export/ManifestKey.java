package dev.glidepath.collect.export;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A key of an event that may be a manifest's. EventBridge delivers keys as they are, S3's other
/// notifications URL-encoded: which of the two it is shows in what exists.
public final class ManifestKey {

    private final List<Layout> readings;

    private ManifestKey(List<Layout> readings) {
        this.readings = readings;
    }

    /// @return empty when it is no manifest's, read either way
    public static Optional<ManifestKey> of(String key) {
        var readings = readings(key).stream().flatMap(k -> Layout.of(k).stream()).toList();
        return readings.isEmpty() ? Optional.empty() : Optional.of(new ManifestKey(readings));
    }

    /// The key as it is, and decoded.
    public static List<String> readings(String key) {
        try {
            return Stream.of(key, URLDecoder.decode(key, StandardCharsets.UTF_8))
                    .distinct()
                    .toList();
        } catch (IllegalArgumentException _) {
            return List.of(key);
        }
    }

    public boolean mayBeOf(YearMonth month) {
        return readings.stream().anyMatch(reading -> reading.month().equals(month));
    }

    /// Whether it is of that billing period of that export.
    public boolean isOf(Partition partition) {
        return partition.manifests().stream()
                .map(Partition.Found::layout)
                .anyMatch(
                        there ->
                                readings.stream()
                                        .anyMatch(
                                                reading ->
                                                        reading.root().equals(there.root())
                                                                && reading.export()
                                                                        .equals(there.export())
                                                                && reading.month()
                                                                        .equals(there.month())));
    }
}
