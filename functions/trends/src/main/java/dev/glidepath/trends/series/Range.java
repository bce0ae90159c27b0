package dev.glidepath.trends.series;

import dev.glidepath.core.cost.ChargeDays;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// The days that a trend is of, in periods of one grain. The first and the last period may be cut
/// off by the range.
public record Range(ChargeDays days, Grain grain) {

    private static final int WEEKS_BEFORE = 15;
    private static final int MOST_DAYS = 3_660;

    public Range {
        if (days.start().plusDays(MOST_DAYS).isBefore(days.end())) {
            throw new IllegalArgumentException(
                    "%s to %s is more than ten years: ask for less"
                            .formatted(days.start(), days.end().minusDays(1)));
        }
    }

    /// @param settled the newest settled day
    public static Range of(Question question, LocalDate settled) {
        var through = question.through().orElse(settled);
        var grain = question.grain();
        var from =
                question.from()
                        .orElseGet(() -> grain.around(through.minusWeeks(WEEKS_BEFORE)).start());
        if (from.isAfter(through)) {
            throw new IllegalArgumentException(
                    question.through().isPresent()
                            ? "%s is after %s: a trend begins before it ends"
                                    .formatted(from, through)
                            : "%s is after %s, the newest settled day: name an earlier first day, or"
                                            .formatted(from, through)
                                    + " the last day too");
        }
        return new Range(new ChargeDays(from, through.plusDays(1)), grain);
    }

    public LocalDate through() {
        return days.end().minusDays(1);
    }

    /// Oldest first, without a day outside the range.
    List<ChargeDays> periods() {
        var periods = new ArrayList<ChargeDays>();
        for (var day = days.start(); day.isBefore(days.end()); ) {
            var whole = grain.around(day);
            var end = whole.end().isBefore(days.end()) ? whole.end() : days.end();
            periods.add(new ChargeDays(day, end));
            day = end;
        }
        return periods;
    }
}
