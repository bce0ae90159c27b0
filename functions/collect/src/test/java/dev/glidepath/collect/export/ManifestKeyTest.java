package dev.glidepath.collect.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glidepath.collect.export.Bucket.Item;
import dev.glidepath.collect.export.Partition.Found;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

class ManifestKeyTest {

    private static final String KEY = "bills/metadata/BILLING_PERIOD=2026-05/cur-Manifest.json";

    /// A key of an event is as it is, or URL-encoded.
    @ParameterizedTest
    @ValueSource(
            strings = {
                KEY,
                "bills/metadata/BILLING_PERIOD%3D2026-05/cur-Manifest.json",
                "bills/metadata/BILLING_PERIOD=2026-05/20260513T021500Z-e/cur-Manifest.json"
            })
    void isOfItsExportsBillingPeriod(String key) {
        assertThat(isOf(key, KEY)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bills/metadata/BILLING_PERIOD=2026-05/focus-Manifest.json",
                "bills/metadata/BILLING_PERIOD=2026-04/cur-Manifest.json",
                "metadata/BILLING_PERIOD=2026-05/cur-Manifest.json"
            })
    void isOfNoOther(String other) {
        assertThat(isOf(KEY, other)).isFalse();
    }

    @Test
    void anotherKeyIsNone() {
        assertThat(ManifestKey.of("bills/data/BILLING_PERIOD=2026-05/cur-00001.csv.gz")).isEmpty();
    }

    private static boolean isOf(String key, String there) {
        var layout = Layout.of(there).orElseThrow();
        var found = new Found(layout, new Item(there, 1, Instant.EPOCH, Optional.empty()));
        return ManifestKey.of(key).orElseThrow().isOf(new Partition(found.id(), List.of(found)));
    }
}
