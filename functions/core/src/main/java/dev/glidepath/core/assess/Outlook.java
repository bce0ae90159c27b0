package dev.glidepath.core.assess;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// Where a line is going: at each of the total's milestones, what its path asks and what its trend
/// leads to.
public record Outlook(Trend trend, List<Due> dues) {

    public Outlook {
        dues = List.copyOf(dues);
    }

    /// @param allowed per month; a line with no milestone on that date: its path there. Zero
    ///   without a path
    /// @param projected run-rate on that date; empty when past or with too little history
    public record Due(
            String label, LocalDate date, BigDecimal allowed, Optional<BigDecimal> projected) {}

    public sealed interface Trend {

        /// @param perWeek by how much the monthly run-rate changes each week
        /// @param weeks how many complete weeks it is the Theil–Sen slope of
        record Slope(BigDecimal perWeek, int weeks) implements Trend {}

        /// The total's projections are the sums of its lines'.
        record OfLines() implements Trend {}

        record TooShort(int weeks) implements Trend {}
    }
}
