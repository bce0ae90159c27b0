package dev.glidepath.digest;

/// A digest as it would be sent, and what it was made from.
///
/// @param headline the verdict and the target table as text, for a terminal
public record Rendered(Letter letter, Receipt receipt, String headline) {}
