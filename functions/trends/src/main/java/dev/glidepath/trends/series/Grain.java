package dev.glidepath.trends.series;

import dev.glidepath.core.calendar.Week;
import dev.glidepath.core.cost.ChargeDays;

import java.time.LocalDate;
import java.time.YearMonth;

/// How long a period is: a UTC day, an ISO week, a calendar month.
public enum Grain {
    DAY,
    WEEK,
    MONTH;

    /// The days of the whole period that the day lies in.
    public ChargeDays around(LocalDate day) {
        return switch (this) {
            case DAY -> ChargeDays.of(day);
            case WEEK -> new ChargeDays(Week.of(day).monday(), Week.of(day).sunday().plusDays(1));
            case MONTH -> {
                var first = day.withDayOfMonth(1);
                yield new ChargeDays(first, first.plusMonths(1));
            }
        };
    }

    /// `2026-05-04`, `2026-W19`, `2026-05`.
    public String name(LocalDate day) {
        return switch (this) {
            case DAY -> day.toString();
            case WEEK -> Week.of(day).toString();
            case MONTH -> YearMonth.from(day).toString();
        };
    }
}
