package dev.glidepath.runtime;

import java.util.Map;

/// Where a run tells how it went.
@FunctionalInterface
public interface Health {

    /// Counts, or whole hours.
    void report(Map<HealthMetric, Long> values);
}
