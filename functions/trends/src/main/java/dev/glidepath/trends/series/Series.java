package dev.glidepath.trends.series;

import java.util.List;

/// One line of a trend.
///
/// @param owner empty where the plan names none
/// @param points one per period of the trend
public record Series(Kind kind, String name, String owner, List<Point> points) {

    public enum Kind {
        CATEGORY,
        /// What no category took.
        UNALLOCATED,
        /// A category that the store has cost in and the plan does not name: collect again with
        /// this plan.
        UNKNOWN_CATEGORY,
        TOTAL
    }

    public Series {
        points = List.copyOf(points);
    }
}
