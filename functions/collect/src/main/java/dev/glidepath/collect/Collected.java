package dev.glidepath.collect;

import dev.glidepath.core.cost.CostLine;
import dev.glidepath.core.cost.Execution;

import java.time.LocalDate;
import java.util.List;
import java.util.NavigableMap;

/// One execution that was looked at, and what it says of each day.
///
/// @param days rolled up to service and charge category
public record Collected(
        Execution execution, Outcome outcome, NavigableMap<LocalDate, List<CostLine>> days) {

    /// What became of it in the store.
    public sealed interface Outcome {

        /// @param daysChanged days whose cost differs from what the store had
        record Recorded(int daysChanged) implements Outcome {}

        /// The store has it already, in the same categories.
        record Unchanged() implements Outcome {}

        /// The store has a newer execution, which stays the one that counts.
        record Superseded(Execution.Id by) implements Outcome {}
    }
}
