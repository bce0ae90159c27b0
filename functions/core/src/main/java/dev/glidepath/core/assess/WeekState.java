package dev.glidepath.core.assess;

import dev.glidepath.core.calendar.Week;

/// How much of a week can be relied upon.
///
/// @param settledDays of its seven days, those whose cost has stopped moving
/// @param knownDays those that every export reports
public record WeekState(Week week, int settledDays, int knownDays) {

    public boolean complete() {
        return settledDays == 7 && knownDays == 7;
    }
}
