package dev.glidepath.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;

import org.joda.time.DateTime;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

class TriggerTest {

    @Test
    void hasTheTimeForWhichItRuns() {
        var trigger = Trigger.of(event(Map.of("week", "2026-W19")));

        assertThat(trigger.kind()).isEqualTo("Digest Requested");
        assertThat(trigger.time()).isEqualTo(Instant.parse("2026-05-13T05:00:00Z"));
        assertThat(trigger.text("week")).contains("2026-W19");
        assertThat(trigger.text("to")).isEmpty();
    }

    @Test
    void takesNullForAbsent() {
        var detail = new HashMap<String, Object>();
        detail.put("week", null);

        assertThat(Trigger.of(event(detail)).text("week")).isEmpty();
    }

    @Test
    void refusesWhatIsNoText() {
        assertThatThrownBy(() -> Trigger.of(event(Map.of("week", 19))).text("week"))
                .hasMessage("the event \"Digest Requested\": \"week\" in its detail is no text");
    }

    @Test
    void repeatsNoTextThatIsMoreThanALine() {
        var longest = "x".repeat(320);
        assertThat(Trigger.of(event(Map.of("week", longest))).text("week")).contains(longest);
        for (var text : List.of(longest + "x", "2026\nW19", "\u0007")) {
            assertThatThrownBy(() -> Trigger.of(event(Map.of("week", text))).text("week"))
                    .hasMessage(
                            "the event \"Digest Requested\": \"week\" in its detail is more than one"
                                    + " line of 320 characters");
        }
    }

    @Test
    void refusesWhatIsNoEvent() {
        assertThatThrownBy(() -> Trigger.of(null)).hasMessageContaining("no \"detail-type\"");
        assertThatThrownBy(() -> Trigger.of(new ScheduledEvent()))
                .hasMessageContaining("no \"detail-type\"");
        assertThatThrownBy(() -> Trigger.of(event(Map.of()).withTime(null)))
                .hasMessageContaining("has no \"time\"");
    }

    @Test
    void refusesYearsThatNoWeekIsNamedBy() {
        for (var time : List.of("10000-01-01T00:00:00Z", "0000-12-31T23:59:59Z")) {
            var event = event(Map.of()).withTime(DateTime.parse(time));
            assertThatThrownBy(() -> Trigger.of(event))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith(
                            "the event \"Digest Requested\" has a \"time\" in the year");
        }
        var last = DateTime.parse("9999-12-31T23:59:59Z");
        assertThat(Trigger.of(event(Map.of()).withTime(last)).time())
                .isEqualTo(Instant.parse("9999-12-31T23:59:59Z"));
    }

    @Test
    void repeatsNoTypeThatIsNotWords() {
        for (var type : List.of("x".repeat(1_000_000), "Digest\nDue", "")) {
            assertThatThrownBy(() -> Trigger.of(event(Map.of()).withDetailType(type)))
                    .hasMessage(
                            "the event's \"detail-type\" is no words; send one of those in events/");
        }
    }

    private static ScheduledEvent event(Map<String, Object> detail) {
        return new ScheduledEvent()
                .withDetailType("Digest Requested")
                .withTime(DateTime.parse("2026-05-13T07:00:00+02:00"))
                .withDetail(detail);
    }
}
