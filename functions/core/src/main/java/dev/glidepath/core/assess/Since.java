package dev.glidepath.core.assess;

import dev.glidepath.core.cost.CostLine;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/// What savings since the plan's start are told by, besides the days of the ledger.
///
/// @param days from the days before the plan's start on, those that are earlier than the ledger's
/// @param reference the lines of the reference's days in all dimensions
public record Since(
        NavigableMap<LocalDate, List<CostLine>> days,
        NavigableMap<LocalDate, List<CostLine>> reference) {

    public static final Since NOTHING = new Since(new TreeMap<>(), new TreeMap<>());

    public Since {
        days = Collections.unmodifiableNavigableMap(new TreeMap<>(days));
        reference = Collections.unmodifiableNavigableMap(new TreeMap<>(reference));
    }

    Since within(Set<String> categories) {
        return new Since(Ledger.within(days, categories), Ledger.within(reference, categories));
    }
}
