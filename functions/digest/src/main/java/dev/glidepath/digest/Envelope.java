package dev.glidepath.digest;

import java.time.Instant;

/// What is around a letter. Everything that varies from run to run is stated, so that the bytes do
/// not.
///
/// @param from and `to`: one plain address each
/// @param listId such as `glidepath.example.com`
/// @param messageId without angle brackets
public record Envelope(String from, String to, String listId, String messageId, Instant date) {}
