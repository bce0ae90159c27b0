package dev.glidepath.collect.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;

import org.junit.jupiter.params.provider.ValueSource;

import java.time.YearMonth;

/// Whatever key an event names: none that is read one way or the other leads out of the prefix.
class ManifestKeyFuzzTest {

    private static final BucketPrefix PLACE = BucketPrefix.of("s3://bucket/exports/");

    @ValueSource(
            strings = {
                "exports/x/metadata/BILLING_PERIOD=2026-05/x-Manifest.json",
                "exports/x/metadata/BILLING_PERIOD%3D2026-05/x-Manifest.json",
                "exports/x/20260501-20260601/x-Manifest.json",
                "exports/../x/metadata/BILLING_PERIOD=2026-05/x-Manifest.json",
                "exports/%2e%2e/x/metadata/BILLING_PERIOD=2026-05/x-Manifest.json",
                "exports/x/metadata/BILLING_PERIOD=0000-13/x-Manifest.json",
                "exports/%zz",
                "exports/%C0%AE%C0%AE/x"
            })
    @FuzzTest(maxDuration = "3m")
    void staysBelowThePrefix(@NotNull String key) {
        var readings = ManifestKey.readings(key);
        ManifestKey.of(key).ifPresent(found -> found.mayBeOf(YearMonth.of(2026, 5)));
        if (PLACE.has(readings)) {
            assertThat(readings)
                    .anyMatch(reading -> reading.startsWith("exports/"))
                    .noneMatch(reading -> ("/" + reading + "/").contains("/../"));
        }
    }
}
