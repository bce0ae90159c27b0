package dev.glidepath.core.figures;

import dev.glidepath.core.calendar.Week;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Writes days and times; English, because the root locale has no names of months.
public final class Days {

    private static final DateTimeFormatter DAY = pattern("d MMM uuuu");
    private static final DateTimeFormatter SHORT = pattern("d MMM");
    private static final DateTimeFormatter MONTH = pattern("MMMM uuuu");
    private static final DateTimeFormatter YEAR = pattern("MMM uuuu");
    private static final DateTimeFormatter TIME = pattern("d MMM uuuu HH:mm 'UTC'");

    private Days() {}

    public static String day(LocalDate day) {
        return DAY.format(day);
    }

    public static String withoutYear(LocalDate day) {
        return SHORT.format(day);
    }

    /// `Feb 2026`.
    public static String monthAndYear(LocalDate day) {
        return YEAR.format(day);
    }

    public static String month(YearMonth month) {
        return MONTH.format(month);
    }

    public static String time(Instant instant) {
        return TIME.format(instant.atOffset(ZoneOffset.UTC));
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
