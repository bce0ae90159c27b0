package dev.glidepath.core.assess;

import dev.glidepath.core.chart.Course.Point;
import dev.glidepath.core.cost.ChargeDays;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.util.Optional;

/// What days cost, as a picture shows it: per average month, in their middle.
public final class WaySoFar {

    private WaySoFar() {}

    /// @param cost null where it is unknown
    /// @param knownDays of the days; a cost of some of them only is no point
    /// @param settled false while it may still move
    public static Point of(
            ChargeDays days, @Nullable BigDecimal cost, int knownDays, boolean settled) {
        int count = days.count();
        return new Point(
                days.start().plusDays(count / 2),
                cost == null || knownDays < count
                        ? Optional.empty()
                        : Optional.of(RunRate.perMonth(cost, count)),
                settled);
    }
}
