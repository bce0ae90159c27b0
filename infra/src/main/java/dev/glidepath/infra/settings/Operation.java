package dev.glidepath.infra.settings;

/// How it is looked after.
///
/// @param alarmAddress who is told when something is wrong
/// @param logDays how long the functions' logs are kept
/// @param reserve whether runs of one function are kept from overlapping, which takes from the
///   account's concurrency
/// @param limits of what collect reads, as it is told them
public record Operation(String alarmAddress, int logDays, boolean reserve, String limits) {}
