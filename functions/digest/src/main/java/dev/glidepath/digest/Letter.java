package dev.glidepath.digest;

/// What a recipient reads: the HTML and the text say the same.
public record Letter(String subject, String html, String text) {}
