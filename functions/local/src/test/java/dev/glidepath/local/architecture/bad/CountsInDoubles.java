package dev.glidepath.local.architecture.bad;

public record CountsInDoubles(double amount) {}
