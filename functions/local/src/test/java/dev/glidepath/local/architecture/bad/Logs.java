package dev.glidepath.local.architecture.bad;

public record Logs(System.Logger logger) {}
