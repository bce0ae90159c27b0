package dev.glidepath.digest;

import dev.glidepath.core.calendar.Week;

/// A mail that was sent and that its recipient does not have.
///
/// @param fate `bounced`, and why where that is known
public record Unread(Week week, String address, String fate) {}
