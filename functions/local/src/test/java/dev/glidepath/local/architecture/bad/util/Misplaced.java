package dev.glidepath.local.architecture.bad.util;

public record Misplaced() {}
