package dev.glidepath.infra.settings;

import java.util.Optional;

/// How it is looked after.
///
/// @param alarmAddress who is told when something is wrong
/// @param logDays how long the functions' logs are kept
/// @param reserve whether runs of one function are kept from overlapping, which takes from the
///   account's concurrency
/// @param limits of what collect reads, as it is told them
/// @param athenaAbove bytes of a delivery from which on Athena reads it; empty for never
public record Operation(
        String alarmAddress,
        int logDays,
        boolean reserve,
        String limits,
        Optional<Long> athenaAbove) {}
