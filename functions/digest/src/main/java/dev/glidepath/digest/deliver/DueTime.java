package dev.glidepath.digest.deliver;

import dev.glidepath.core.calendar.Week;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;

/// When a week's digest is due: at that time of that day of the week after it. A time that a change
/// of the clocks leaves out is due when the clocks have changed; one that comes twice, at the
/// first.
public record DueTime(ZoneId zone, DayOfWeek day, LocalTime time) {

    /// @param due when it should have gone out
    public record Due(Week week, Instant due) {}

    /// The newest that is due at that time.
    public Due at(Instant now) {
        var date = now.atZone(zone).toLocalDate().with(TemporalAdjusters.previousOrSame(day));
        return due(date).isAfter(now) ? of(date.minusWeeks(1)) : of(date);
    }

    private Due of(LocalDate date) {
        return new Due(Week.of(date).previous(), due(date));
    }

    private Instant due(LocalDate date) {
        return date.atTime(time).atZone(zone).toInstant();
    }
}
