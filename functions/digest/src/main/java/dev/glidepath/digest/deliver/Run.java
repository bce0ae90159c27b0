package dev.glidepath.digest.deliver;

import dev.glidepath.runtime.HealthMetric;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// What a run did.
///
/// @param reports the week that it was for comes last
public record Run(List<Report> reports) {

    public Run {
        reports = List.copyOf(reports);
    }

    /// @param due when the week that it was for should have gone out
    public Map<HealthMetric, Long> health(Instant due, Instant now) {
        var week = reports.getLast();
        var health = new EnumMap<HealthMetric, Long>(HealthMetric.class);
        health.putAll(health());
        health.put(HealthMetric.DIGESTS_HELD, week.count(Delivery.Held.class));
        health.put(
                HealthMetric.DIGEST_HOURS_OVERDUE,
                week.complete() ? 0 : Math.max(0, Duration.between(due, now).toHours()));
        return health;
    }

    /// Of a run for no week in particular that is due.
    public Map<HealthMetric, Long> health() {
        long sent = reports.stream().mapToLong(r -> r.count(Delivery.Sent.class)).sum();
        return Map.of(HealthMetric.DIGESTS_SENT, sent);
    }

    public List<Map<String, Object>> summaries() {
        return reports.stream().map(Report::summary).toList();
    }

    /// @throws IllegalStateException if running again in a minute could do what this run could not
    public void requireDone() {
        if (reports.stream().noneMatch(Report::mends)) {
            return;
        }
        var failure = new IllegalStateException("digests were not sent: " + summaries());
        reports.forEach(r -> r.faults().forEach(failure::addSuppressed));
        throw failure;
    }
}
