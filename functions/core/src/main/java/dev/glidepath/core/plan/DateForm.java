package dev.glidepath.core.plan;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/// A day: `2026-03-31`, or counted from the plan's start: `6M` months, `30D` days.
///
/// @param start empty while the start itself is faulty
record DateForm(Optional<LocalDate> start) implements Form<DateForm.Due> {

    private static final Pattern FROM_START = Pattern.compile("(\\d{1,4})([MD])");
    private static final Pattern THOUSANDS = Pattern.compile("\\d{3}(\\.\\d+)?[KMB]?(/month)?");
    private static final LocalDate SOME_DAY = LocalDate.of(2026, 1, 1);

    /// @param label as it is written
    record Due(String label, LocalDate date) {}

    @Override
    public Due of(String text) {
        if (THOUSANDS.matcher(text).matches()) {
            throw new Refused(
                    "\""
                            + text
                            + "\" follows a comma, which starts the next entry within { }: write"
                            + " the number without the comma, 5000, or in quotes, \"5,000\"");
        }
        if (text.indexOf(':') > 0) {
            throw new Refused(Nodes.spaced(text, text.indexOf(':')));
        }
        var fromStart = FROM_START.matcher(text);
        if (!fromStart.matches()) {
            return new Due(text, date(text, ", or count from the start: 6M, 30D"));
        }
        int count = Integer.parseInt(fromStart.group(1));
        if (count > (fromStart.group(2).equals("M") ? 120 : 3660)) {
            throw new Refused(
                    "\""
                            + text
                            + "\" is more than ten years: write at most 99M, or the day itself");
        }
        var from = start.orElse(SOME_DAY);
        return new Due(
                text,
                fromStart.group(2).equals("M") ? from.plusMonths(count) : from.plusDays(count));
    }

    /// Only a date.
    static LocalDate date(String text) {
        return date(text, "");
    }

    private static LocalDate date(String text, String orElse) {
        try {
            var date = LocalDate.parse(text);
            if (date.getYear() >= 2000 && date.getYear() < 2100) {
                return date;
            }
        } catch (DateTimeException _) {
            // said below, with what is right
        }
        throw new Refused(
                "\"" + text + "\" is not a day: write year-month-day, e.g. 2026-01-31" + orElse);
    }
}
