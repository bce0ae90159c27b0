package dev.glidepath.trends.series;

import dev.glidepath.core.plan.Plan;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// Cost over time against the glide path: exact and unrounded. Only the charge categories that the
/// plan counts are in the series.
///
/// @param periods oldest first, without a gap
/// @param series the plan's categories in its order, then Unallocated, then categories that the
///   plan does not name
/// @param total the sum of the series; empty when one category is asked for
public record Trend(
        Frame frame, List<Period> periods, List<Series> series, Optional<Series> total) {

    public Trend {
        periods = List.copyOf(periods);
        series = List.copyOf(series);
    }

    /// @param settledThrough the newest day whose cost has stopped moving
    public record Frame(
            String planId,
            Plan.Basis basis,
            Range range,
            Scope scope,
            Instant asOf,
            LocalDate settledThrough) {}
}
