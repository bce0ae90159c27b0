package dev.glidepath.infra.settings;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// The shipped settings, with some of them given otherwise.
class SettingsTest {

    private static final Path INFRA = Path.of(System.getProperty("glidepath.root"), "infra");
    private static final Map<String, String> EXISTING =
            Map.of("export", "existing", "bucket", "acme-billing");

    @Test
    void everyAddressThatHasYetToBeReplacedIsNamed() {
        var real =
                Map.of(
                        "sender", "costs@acme.com",
                        "recipient domains", "example.com",
                        "alarm address", "ops@acme.com");
        assertThat(settings(real).examples()).containsExactly("example.com");
        for (var key : new String[] {"sender", "alarm address"}) {
            assertThat(settings(with(real, key, "me@example.com")).examples())
                    .containsExactly("me@example.com", "example.com");
        }
    }

    @ParameterizedTest
    @CsvSource({"20 GB, 20000000000", "500 MB, 500000000"})
    void aSizeIsInDecimalUnits(String text, long bytes) {
        assertThat(settings(Map.of("athena above", text)).operation().athenaAbove())
                .contains(bytes);
    }

    @Test
    void neverIsNoSize() {
        assertThat(settings(Map.of("athena above", "never")).operation().athenaAbove()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"12345678901", "1234567890123", "12345678901a", ""})
    void anOwnerHasTwelveDigits(String owner) {
        assertFault(
                with(EXISTING, "bucket owner", owner), "is not an account: write its 12 digits");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "arn:aws:kms:us-east-1:123456789012:alias/billing",
                "1234abcd-12ab",
                "arn:aws:kms:us-east-1:123456789012:key/*"
            })
    void aKeyIsNamedByItsArn(String key) {
        assertFault(with(EXISTING, "bucket key", key), "is not a key's ARN");
    }

    @Test
    void theTimeOfCollectingExistsOnEachDayInItsZone() {
        assertFault(
                Map.of("time zone", "Europe/Zurich", "collect time", "02:30"),
                "\"02:30\" does not exist in Europe/Zurich on ");
    }

    private static Map<String, String> with(Map<String, String> some, String key, String text) {
        var all = new HashMap<>(some);
        all.put(key, text);
        return all;
    }

    private static void assertFault(Map<String, String> context, String fault) {
        assertThat(read(context))
                .isInstanceOfSatisfying(
                        Inputs.Faulty.class,
                        faulty ->
                                assertThat(faulty.faults())
                                        .singleElement()
                                        .asString()
                                        .contains(fault));
    }

    private static Settings settings(Map<String, String> context) {
        return switch (read(context)) {
            case Inputs.Valid(var _, var settings) -> settings;
            case Inputs.Faulty(var faults) -> throw new AssertionError(faults);
        };
    }

    private static Inputs read(Map<String, String> context) {
        return Inputs.read(INFRA, key -> Optional.ofNullable(context.get(key)));
    }
}
