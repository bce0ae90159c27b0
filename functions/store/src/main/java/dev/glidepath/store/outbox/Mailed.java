package dev.glidepath.store.outbox;

import dev.glidepath.core.calendar.Week;

import java.time.Instant;

/// A mail that a recipient was sent.
///
/// @param asOf it says what the store knew at this time
public record Mailed(Week week, Instant asOf, String planId) {}
