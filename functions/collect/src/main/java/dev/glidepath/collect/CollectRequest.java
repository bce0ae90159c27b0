package dev.glidepath.collect;

import dev.glidepath.runtime.Trigger;

import java.time.DateTimeException;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Map;

/// What a run is asked to collect.
public sealed interface CollectRequest {

    /// The billing periods that still change: `month` and the one before.
    record OpenPeriods(YearMonth month) implements CollectRequest {}

    /// What a manifest that landed delivers.
    ///
    /// @param key as the event has it, which may be URL-encoded
    record Landed(String bucket, String key) implements CollectRequest {}

    /// What is read elsewhere, of which some may have ended.
    record Begun() implements CollectRequest {}

    /// All billing periods from `from` to `to`, both included.
    ///
    /// @param again also what is recorded already
    record Periods(YearMonth from, YearMonth to, boolean again) implements CollectRequest {

        Periods(YearMonth from, YearMonth to) {
            this(from, to, false);
        }

        public Periods {
            if (from.isAfter(to)) {
                throw new IllegalArgumentException(
                        "the event asks for %s to %s; write the earlier month as \"from\""
                                .formatted(from, to));
            }
        }

        boolean has(YearMonth month) {
            return !month.isBefore(from) && !month.isAfter(to);
        }
    }

    /// @throws IllegalArgumentException for a trigger of another function, or without what it needs
    static CollectRequest of(Trigger trigger) {
        return switch (trigger.kind()) {
            case "Collect Daily" ->
                    new OpenPeriods(YearMonth.from(trigger.time().atOffset(ZoneOffset.UTC)));
            case "Object Created" ->
                    new Landed(text(trigger, "bucket", "name"), text(trigger, "object", "key"));
            case "Athena Query State Change", "Collect Queries" -> new Begun();
            case "Collect Periods" ->
                    new Periods(month(trigger, "from"), month(trigger, "to"), force(trigger));
            default ->
                    throw new IllegalArgumentException(
                            "collect does not know the event \""
                                    + trigger.kind()
                                    + "\"; send a \"Collect Daily\", \"Object Created\" or \"Collect"
                                    + " Periods\", as in events/");
        };
    }

    private static boolean force(Trigger trigger) {
        var text = trigger.text("force").orElse("no");
        if (!text.equals("yes") && !text.equals("no")) {
            throw new IllegalArgumentException(
                    "the event \"%s\": \"force\" in its detail is \"%s\"; write yes or no"
                            .formatted(trigger.kind(), text));
        }
        return text.equals("yes");
    }

    private static YearMonth month(Trigger trigger, String key) {
        var text = trigger.text(key).orElse("");
        try {
            return YearMonth.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "the event \"%s\": \"%s\" in its detail is \"%s\"; write a month such as 2026-04"
                            .formatted(trigger.kind(), key, text),
                    e);
        }
    }

    private static String text(Trigger trigger, String outer, String inner) {
        if (trigger.detail().get(outer) instanceof Map<?, ?> map
                && map.get(inner) instanceof String text
                && !text.isBlank()) {
            return text;
        }
        throw new IllegalArgumentException(
                "the event \"%s\" has no text \"%s\": {\"%s\": …} in its detail; send S3's own, as in events/collect-manifest.json"
                        .formatted(trigger.kind(), outer, inner));
    }
}
