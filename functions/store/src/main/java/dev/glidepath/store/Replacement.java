package dev.glidepath.store;

import dev.glidepath.core.cost.CostLine;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/// The execution that readers see of a billing period at a time, and the one that they saw before.
///
/// @param before empty where they saw none
/// @param linesBefore what is kept of the days of which the two say something else; and `linesNow`
///   likewise
public record Replacement(
        Optional<Recorded> before,
        Recorded now,
        NavigableMap<LocalDate, List<CostLine>> linesBefore,
        NavigableMap<LocalDate, List<CostLine>> linesNow) {

    public Replacement {
        linesBefore = Collections.unmodifiableNavigableMap(new TreeMap<>(linesBefore));
        linesNow = Collections.unmodifiableNavigableMap(new TreeMap<>(linesNow));
    }
}
