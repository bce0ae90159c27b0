package dev.glidepath.store.outbox;

import dev.glidepath.core.calendar.Week;

import java.time.Instant;

/// What a person decided about a week's digests. The newest decision counts, and none is taken
/// away.
///
/// @param held or released
/// @param by whom, as they name themselves
public record Hold(boolean held, Instant at, String by, String reason) {

    /// Why that week's digests do not go out, and what releases them; without addresses.
    public String words(Week week) {
        return "held by %s since %s: %s; ./glidepath release --week %s releases it"
                .formatted(withoutAddresses(by), at, withoutAddresses(reason), week);
    }

    private static String withoutAddresses(String text) {
        return text.replaceAll("\\S*@\\S*", "…");
    }
}
