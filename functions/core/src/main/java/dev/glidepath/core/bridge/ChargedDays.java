package dev.glidepath.core.bridge;

import dev.glidepath.core.calendar.Week;

import java.time.LocalDate;
import java.util.NavigableMap;

/// The days that were charged for at all.
record ChargedDays(NavigableMap<LocalDate, ?> days) {

    /// A week with fewer has holes rather than a missing day.
    private static final int FEWEST = 4;

    /// False on a day whose counterpart in the other week, otherwise charged, has no charge.
    boolean comparable(Entry entry) {
        var other = entry.counterpart();
        return days.containsKey(other)
                || Week.of(other).days().stream().filter(days::containsKey).count() < FEWEST;
    }
}
