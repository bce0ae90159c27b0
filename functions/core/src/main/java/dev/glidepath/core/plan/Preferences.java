package dev.glidepath.core.plan;

import dev.glidepath.core.cost.Metric;

import java.time.ZoneId;
import java.util.Optional;

/// How a recipient wants figures.
///
/// @param metric empty for the plan's
/// @param zone of times of the day; charge days are UTC days for everybody
public record Preferences(Optional<Metric> metric, NumberStyle numbers, ZoneId zone) {

    public static final Preferences DEFAULT =
            new Preferences(Optional.empty(), NumberStyle.COMMA_POINT, ZoneId.of("UTC"));
}
