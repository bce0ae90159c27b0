package dev.glidepath.store;

import dev.glidepath.core.cost.Execution;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.NavigableMap;
import java.util.TreeMap;

/// An execution as the store knows it.
///
/// @param allocation the version of the plan's rules that put its charges into categories
/// @param recordedAt since when readers see it; never earlier than the execution it replaced
/// @param days its sums per charge day
public record Recorded(
        Execution execution,
        String allocation,
        Instant recordedAt,
        NavigableMap<LocalDate, DaySums> days) {

    public Recorded {
        days = Collections.unmodifiableNavigableMap(new TreeMap<>(days));
    }
}
