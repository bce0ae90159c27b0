package dev.glidepath.local.architecture.bad;

public record CostHelper() {}
