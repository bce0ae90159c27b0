package dev.glidepath.doctor.check;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;

/// When a cron expression of EventBridge Scheduler is due: minutes, hours, days of the month,
/// months, days of the week, years. As the scheduler does it, a time that a change of the clocks
/// leaves out is skipped, and one that comes twice is due once.
final class CronTimes {

    private static final int YEARS_AHEAD = 5;
    private static final List<String> MONTHS =
            IntStream.rangeClosed(1, 12).mapToObj(m -> Month.of(m).name().substring(0, 3)).toList();

    /// The scheduler counts from Sunday.
    private static final List<String> DAYS =
            IntStream.rangeClosed(0, 6)
                    .mapToObj(d -> DayOfWeek.SUNDAY.plus(d).name().substring(0, 3))
                    .toList();

    private final SortedSet<Integer> minutes;
    private final SortedSet<Integer> hours;
    private final SortedSet<Integer> daysOfMonth;
    private final SortedSet<Integer> months;
    private final SortedSet<Integer> daysOfWeek;
    private final SortedSet<Integer> years;

    private CronTimes(List<String> fields) {
        minutes = numbers(fields.get(0), 0, 59, List.of());
        hours = numbers(fields.get(1), 0, 23, List.of());
        daysOfMonth = numbers(fields.get(2), 1, 31, List.of());
        months = numbers(fields.get(3), 1, 12, MONTHS);
        daysOfWeek = numbers(fields.get(4), 1, 7, DAYS);
        years = numbers(fields.get(5), 1970, 2199, List.of());
    }

    /// @return empty for what is no cron expression, or has one of the signs L, W and #
    static Optional<CronTimes> of(String expression) {
        var text = expression.strip();
        if (!text.startsWith("cron(") || !text.endsWith(")")) {
            return Optional.empty();
        }
        var fields = List.of(text.substring(5, text.length() - 1).strip().split("\\s+", -1));
        try {
            return fields.size() == 6 ? Optional.of(new CronTimes(fields)) : Optional.empty();
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /// The first time after `now`, within five years.
    Optional<Instant> next(Instant now, ZoneId zone) {
        var today = now.atZone(zone).toLocalDate();
        for (var day = today;
                day.getYear() <= today.getYear() + YEARS_AHEAD;
                day = day.plusDays(1)) {
            var next = isOn(day) ? next(day, now, zone) : Optional.<Instant>empty();
            if (next.isPresent()) {
                return next;
            }
        }
        return Optional.empty();
    }

    private Optional<Instant> next(LocalDate day, Instant now, ZoneId zone) {
        for (int hour : hours) {
            for (int minute : minutes) {
                var local = day.atTime(LocalTime.of(hour, minute));
                boolean skipped = zone.getRules().getValidOffsets(local).isEmpty();
                var at = local.atZone(zone).toInstant();
                if (!skipped && at.isAfter(now)) {
                    return Optional.of(at);
                }
            }
        }
        return Optional.empty();
    }

    private boolean isOn(LocalDate day) {
        int ofWeek = day.getDayOfWeek().getValue() % 7 + 1;
        return years.contains(day.getYear())
                && months.contains(day.getMonthValue())
                && daysOfMonth.contains(day.getDayOfMonth())
                && daysOfWeek.contains(ofWeek);
    }

    private static SortedSet<Integer> numbers(
            String field, int least, int most, List<String> names) {
        var numbers = new TreeSet<Integer>();
        for (var part : field.split(",", -1)) {
            var step = part.split("/", -1);
            int by = step.length == 1 ? 1 : Integer.parseInt(step[1]);
            var range = step[0].split("-", -1);
            boolean any = step[0].equals("*") || step[0].equals("?");
            int from = any ? least : number(range[0], least, most, names);
            int to = any || (range.length == 1 && step.length == 2) ? most : from;
            to = range.length == 2 ? number(range[1], least, most, names) : to;
            if (by < 1 || range.length > 2 || step.length > 2) {
                throw new IllegalArgumentException(field);
            }
            int span = to >= from ? to - from : to - from + most - least + 1;
            for (int past = 0; past <= span; past += by) {
                numbers.add(least + Math.floorMod(from + past - least, most - least + 1));
            }
        }
        return numbers;
    }

    private static int number(String text, int least, int most, List<String> names) {
        int named = names.indexOf(text.toUpperCase(Locale.ROOT));
        int number = named >= 0 ? named + least : Integer.parseInt(text);
        if (number < least || number > most) {
            throw new IllegalArgumentException(text);
        }
        return number;
    }
}
