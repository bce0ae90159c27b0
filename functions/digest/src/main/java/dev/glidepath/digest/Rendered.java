package dev.glidepath.digest;

/// A digest as it would be sent, and what it was made from.
public record Rendered(Letter letter, Receipt receipt) {}
