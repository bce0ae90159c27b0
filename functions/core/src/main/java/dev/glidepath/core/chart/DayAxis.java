package dev.glidepath.core.chart;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// An axis of days, marked at Mondays or at firsts of months, as few as fit.
record DayAxis(LocalDate from, LocalDate through) {

    private static final int MOST_MARKS = 8;
    private static final List<Integer> WEEKS = List.of(1, 2);
    private static final List<Integer> MONTHS = List.of(1, 2, 3, 6, 12, 24, 60, 120);

    long days() {
        return through.toEpochDay() - from.toEpochDay();
    }

    List<LocalDate> marks() {
        var fitting =
                Stream.concat(WEEKS.stream().map(this::mondays), MONTHS.stream().map(this::firsts))
                        .filter(marks -> marks.size() <= MOST_MARKS)
                        .findFirst();
        return fitting.orElseGet(() -> List.of(from, through));
    }

    private List<LocalDate> mondays(int weeks) {
        var first = from.with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY));
        return marks(first, day -> day.plusWeeks(weeks));
    }

    /// January is among them, whenever the axis begins.
    private List<LocalDate> firsts(int months) {
        var first = from.getDayOfMonth() == 1 ? from : from.withDayOfMonth(1).plusMonths(1);
        int past = Math.floorMod(first.getYear() * 12 + first.getMonthValue() - 1, months);
        var aligned = past == 0 ? first : first.plusMonths((long) months - past);
        return marks(aligned, day -> day.plusMonths(months));
    }

    private List<LocalDate> marks(LocalDate first, UnaryOperator<LocalDate> next) {
        return Stream.iterate(first, day -> !day.isAfter(through), next)
                .limit(MOST_MARKS + 1L)
                .toList();
    }
}
