package dev.glidepath.core.cost;

import java.time.LocalDate;
import java.util.stream.Stream;

/// The UTC days of a charge period, `end` exclusive; at least one.
public record ChargeDays(LocalDate start, LocalDate end) {

    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    public ChargeDays {
        if (!start.isBefore(end)) {
            throw new IllegalArgumentException("no day between " + start + " and " + end);
        }
    }

    /// Days that follow each other are told apart: a record's own hash of them is nearly one
    /// number.
    @Override
    public int hashCode() {
        return Long.hashCode(((start.toEpochDay() << Integer.SIZE) | count()) * SPREAD);
    }

    public static ChargeDays of(LocalDate day) {
        return new ChargeDays(day, day.plusDays(1));
    }

    public boolean has(LocalDate day) {
        return !day.isBefore(start) && day.isBefore(end);
    }

    public int count() {
        return Math.toIntExact(end.toEpochDay() - start.toEpochDay());
    }

    public Stream<LocalDate> stream() {
        return start.datesUntil(end);
    }
}
