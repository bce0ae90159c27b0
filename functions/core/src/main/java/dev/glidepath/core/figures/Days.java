package dev.glidepath.core.figures;

import dev.glidepath.core.calendar.Week;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Writes days and times; English, because the root locale has no names of months.
public final class Days {

    private static final DateTimeFormatter DAY = pattern("d MMM uuuu");
    private static final DateTimeFormatter SHORT = pattern("d MMM");
    private static final DateTimeFormatter MONTH = pattern("MMMM uuuu");
    private static final DateTimeFormatter TIME = pattern("d MMM uuuu HH:mm zzz");
    private static final DateTimeFormatter SHORT_MONTH = pattern("MMM uuuu");

    private Days() {}

    public static String day(LocalDate day) {
        return DAY.format(day);
    }

    public static String withoutYear(LocalDate day) {
        return SHORT.format(day);
    }

    public static String month(YearMonth month) {
        return MONTH.format(month);
    }

    /// `Feb 2026`.
    public static String shortMonth(LocalDate day) {
        return SHORT_MONTH.format(day);
    }

    /// With the zone's name: `13 May 2026 06:00 UTC`.
    public static String time(Instant instant, ZoneId zone) {
        return TIME.format(instant.atZone(zone));
    }

    public static String span(Week week) {
        return withoutYear(week.monday()) + " to " + day(week.sunday());
    }

    /// `W07`.
    public static String number(Week week) {
        return week.toString().substring(5);
    }

    private static DateTimeFormatter pattern(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
    }
}
