package dev.glidepath.trends.series;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Objects;
import java.util.function.Function;

/// What a period cost and what its days were allowed, exact, in the plan's currency and metric.
///
/// @param cost null when it is unknown; the cost so far for a period that is not complete
/// @param allowed null where the plan sets no target; always for all days of the period, see
///   [dev.glidepath.core.assess.Allowance]
/// @param gap cost above what is allowed; null unless both are there and the period is complete
public record Point(
        @Nullable BigDecimal cost, @Nullable BigDecimal allowed, @Nullable BigDecimal gap) {

    static Point of(@Nullable BigDecimal cost, @Nullable BigDecimal allowed, Period.State state) {
        var gap =
                cost == null || allowed == null || !state.complete()
                        ? null
                        : cost.subtract(allowed);
        return new Point(cost, allowed, gap);
    }

    /// The sum of what is known; unknown only when all are.
    static Point sum(Collection<Point> points, Period.State state) {
        return of(sum(points, Point::cost), sum(points, Point::allowed), state);
    }

    private static @Nullable BigDecimal sum(
            Collection<Point> points, Function<Point, @Nullable BigDecimal> part) {
        return points.stream()
                .map(part)
                .filter(Objects::nonNull)
                .reduce(BigDecimal::add)
                .orElse(null);
    }
}
