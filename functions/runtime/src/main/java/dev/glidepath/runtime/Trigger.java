package dev.glidepath.runtime;

import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Why a function runs. Schedules, EventBridge and people all send the envelope of an EventBridge
/// event: `{"detail-type": …, "time": …, "detail": {…}}`.
///
/// @param kind the `detail-type`
/// @param time for which it runs, which may be long before it does
public record Trigger(String kind, Instant time, Map<String, Object> detail) {

    /// It is repeated in messages and in the log.
    private static final Pattern KIND = Pattern.compile("[A-Za-z ]{1,50}");

    private static final Pattern WORD = Pattern.compile("\\P{Cntrl}{0,320}");

    public Trigger {
        // JSON has nulls, which Map.copyOf refuses.
        detail = Collections.unmodifiableMap(new LinkedHashMap<>(detail));
    }

    /// @throws IllegalArgumentException for an event that lacks its type or time, or whose year has
    ///   not four digits
    public static Trigger of(@Nullable ScheduledEvent event) {
        if (event == null || event.getDetailType() == null) {
            throw new IllegalArgumentException(
                    "this is no event: it has no \"detail-type\"; send one of those in events/");
        }
        if (!KIND.matcher(event.getDetailType()).matches()) {
            throw new IllegalArgumentException(
                    "the event's \"detail-type\" is no words; send one of those in events/");
        }
        if (event.getTime() == null) {
            throw new IllegalArgumentException(
                    "the event \""
                            + event.getDetailType()
                            + "\" has no \"time\"; write one such as 2026-05-13T05:00:00Z");
        }
        var time = Instant.ofEpochMilli(event.getTime().getMillis());
        int year = time.atOffset(ZoneOffset.UTC).getYear();
        if (year < 1 || year > 9999) {
            throw new IllegalArgumentException(
                    "the event \"%s\" has a \"time\" in the year %d; write one such as 2026-05-13T05:00:00Z"
                            .formatted(event.getDetailType(), year));
        }
        return new Trigger(
                event.getDetailType(),
                time,
                event.getDetail() == null ? Map.of() : event.getDetail());
    }

    /// @return empty where the detail does not have it
    /// @throws IllegalArgumentException when it is no text, or none that a message can repeat
    public Optional<String> text(String key) {
        return switch (detail.get(key)) {
            case null -> Optional.empty();
            case String text when WORD.matcher(text).matches() -> Optional.of(text);
            case String _ -> throw unfit(key, "is more than one line of 320 characters");
            default -> throw unfit(key, "is no text");
        };
    }

    private IllegalArgumentException unfit(String key, String why) {
        return new IllegalArgumentException(
                "the event \"%s\": \"%s\" in its detail %s".formatted(kind, key, why));
    }
}
