package dev.glidepath.core.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// An ISO week of UTC days, Monday to Sunday.
///
/// @param year the week-based year: 2027-01-01 lies in 2026-W53
public record Week(int year, int number) implements Comparable<Week> {

    private static final Pattern TEXT = Pattern.compile("(\\d{4})-W(\\d{2})");
    private static final Comparator<Week> BY_TIME =
            Comparator.comparingInt(Week::year).thenComparingInt(Week::number);

    public Week {
        var weeks = IsoFields.WEEK_OF_WEEK_BASED_YEAR.rangeRefinedBy(LocalDate.of(year, 7, 1));
        if (!weeks.isValidValue(number)) {
            throw new IllegalArgumentException(
                    "no week " + number + " in " + year + ": it has " + weeks.getMaximum());
        }
    }

    /// @throws IllegalArgumentException unless the text is a week such as `2026-W07`
    public static Week parse(String text) {
        var match = TEXT.matcher(text);
        if (!match.matches()) {
            throw new IllegalArgumentException(
                    "\"%s\" is not a week: write it as 2026-W07"
                            .formatted(text.replaceAll("\\p{Cntrl}", " ")));
        }
        return new Week(Integer.parseInt(match.group(1)), Integer.parseInt(match.group(2)));
    }

    public static Week of(LocalDate day) {
        return new Week(
                day.get(IsoFields.WEEK_BASED_YEAR), day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
    }

    public LocalDate monday() {
        return LocalDate.of(year, 1, 4)
                .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                .plusWeeks(number - 1L);
    }

    public LocalDate sunday() {
        return monday().plusDays(6);
    }

    public List<LocalDate> days() {
        return monday().datesUntil(monday().plusDays(7)).toList();
    }

    public Week previous() {
        return minus(1);
    }

    public Week minus(int weeks) {
        return of(monday().minusWeeks(weeks));
    }

    @Override
    public int compareTo(Week other) {
        return BY_TIME.compare(this, other);
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%04d-W%02d", year, number);
    }
}
