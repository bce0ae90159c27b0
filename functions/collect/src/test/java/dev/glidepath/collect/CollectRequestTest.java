package dev.glidepath.collect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glidepath.collect.CollectRequest.Begun;
import dev.glidepath.collect.CollectRequest.Landed;
import dev.glidepath.collect.CollectRequest.OpenPeriods;
import dev.glidepath.collect.CollectRequest.Periods;
import dev.glidepath.runtime.Trigger;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;

class CollectRequestTest {

    private static final YearMonth APRIL = YearMonth.of(2026, 4);
    private static final YearMonth MAY = YearMonth.of(2026, 5);

    /// When it is May already where this machine is.
    private static final Instant LAST_OF_APRIL = Instant.parse("2026-04-30T20:00:00Z");

    @Test
    void theOpenPeriodIsThatOfTheUtcDay() {
        assertThat(of("Collect Daily", Map.of())).isEqualTo(new OpenPeriods(APRIL));
    }

    @Test
    void whatIsRecordedIsReadAgainOnlyByForce() {
        assertThat(periods(Map.of())).isEqualTo(new Periods(APRIL, MAY, false));
        assertThat(periods(Map.of("force", "no"))).isEqualTo(new Periods(APRIL, MAY, false));
        assertThat(periods(Map.of("force", "yes"))).isEqualTo(new Periods(APRIL, MAY, true));
        assertThatThrownBy(() -> periods(Map.of("force", "true")))
                .hasMessage(
                        "the event \"Collect Periods\": \"force\" in its detail is \"true\"; write yes or"
                                + " no");
    }

    @Test
    void bothMonthsThatAreNamedAreMeant() {
        var periods = new Periods(APRIL, MAY);
        assertThat(periods.has(APRIL)).isTrue();
        assertThat(periods.has(MAY)).isTrue();
        assertThat(periods.has(APRIL.minusMonths(1))).isFalse();
        assertThat(periods.has(MAY.plusMonths(1))).isFalse();
    }

    @Test
    void theEndOfAQueryAndTheClockBothGoOnWithWhatWasBegun() {
        assertThat(of("Athena Query State Change", Map.of())).isEqualTo(new Begun());
        assertThat(of("Collect Queries", Map.of())).isEqualTo(new Begun());
    }

    @Test
    void whatLandedHasABucketAndAKey() {
        assertThat(landed("billing", "x/a")).isEqualTo(new Landed("billing", "x/a"));
        assertThatThrownBy(() -> landed("billing", " "))
                .hasMessageContaining("has no text \"object\": {\"key\": …} in its detail");
        assertThatThrownBy(() -> landed("", "x/a"))
                .hasMessageContaining("has no text \"bucket\": {\"name\": …} in its detail");
    }

    private static CollectRequest landed(String bucket, String key) {
        return of(
                "Object Created",
                Map.of("bucket", Map.of("name", bucket), "object", Map.of("key", key)));
    }

    private static CollectRequest periods(Map<String, Object> more) {
        var detail = new HashMap<String, Object>(more);
        detail.put("from", "2026-04");
        detail.put("to", "2026-05");
        return of("Collect Periods", detail);
    }

    private static CollectRequest of(String kind, Map<String, Object> detail) {
        return CollectRequest.of(new Trigger(kind, LAST_OF_APRIL, detail));
    }
}
