package dev.glidepath.trends.series;

import dev.glidepath.core.assess.Bill;
import dev.glidepath.core.cost.ChargeDays;

/// One period of a trend, and how far it can be relied upon.
///
/// @param name `2026-05-04`, `2026-W19`, `2026-05`
/// @param days those within the trend's range
/// @param bill everything that was billed in these days, in the trend's scope: also what the plan
///   does not count and other currencies, which are in no series
public record Period(String name, ChargeDays days, State state, Bill bill) {

    /// @param whole false when the range cuts the period off
    /// @param knownDays those that every export reports
    /// @param settledDays those whose cost has stopped moving
    public record State(boolean whole, int days, int knownDays, int settledDays) {

        /// As the digest has it for its weeks.
        public boolean complete() {
            return whole && knownDays == days && settledDays == days;
        }
    }
}
