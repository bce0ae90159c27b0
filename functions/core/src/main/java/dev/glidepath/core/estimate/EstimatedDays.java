package dev.glidepath.core.estimate;

import dev.glidepath.core.money.Split;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;

/// What days cost, from the highest month-to-date amount that was seen on each. The days of a month
/// up to any known one add up to its amount.
public final class EstimatedDays {

    private EstimatedDays() {}

    /// A day that is missing has an even share of what came until the next one. An amount that went
    /// down within its month is a credit or a correction, and the day's cost negative. A month's
    /// first amount is of the days since others were told: before, there was none of this.
    ///
    /// @param monthToDate per UTC day
    /// @param told the days of which anything was told, of this or of others
    public static NavigableMap<LocalDate, BigDecimal> of(
            NavigableMap<LocalDate, BigDecimal> monthToDate, NavigableSet<LocalDate> told) {
        var days = new TreeMap<LocalDate, BigDecimal>();
        var from = LocalDate.MIN;
        var soFar = BigDecimal.ZERO;
        for (var entry : withoutCarriedOver(monthToDate).entrySet()) {
            var day = entry.getKey();
            var first = day.withDayOfMonth(1);
            if (!from.isAfter(first)) {
                from = monthToDate.subMap(first, day).isEmpty() ? begun(first, day, told) : first;
                soFar = BigDecimal.ZERO;
            }
            spread(from, day, entry.getValue().subtract(soFar), days);
            from = day.plusDays(1);
            soFar = entry.getValue();
        }
        return Collections.unmodifiableNavigableMap(days);
    }

    private static LocalDate begun(LocalDate first, LocalDate day, NavigableSet<LocalDate> told) {
        var before = told.lower(day);
        return before == null || before.isBefore(first) ? first : before.plusDays(1);
    }

    private static void spread(
            LocalDate from,
            LocalDate through,
            BigDecimal amount,
            NavigableMap<LocalDate, BigDecimal> days) {
        int count = Math.toIntExact(through.toEpochDay() - from.toEpochDay() + 1);
        var shares = Split.evenly(amount, count);
        for (int i = 0; i < count; i++) {
            days.put(from.plusDays(i), shares.get(i));
        }
    }

    /// The last amount of a month is still told on the first day of the next, and is higher than
    /// what that day brings: seen when the amount falls on the second. It is the old month's then.
    /// Until there is a second day it is not known which of them it is of.
    private static NavigableMap<LocalDate, BigDecimal> withoutCarriedOver(
            NavigableMap<LocalDate, BigDecimal> monthToDate) {
        var own = new TreeMap<>(monthToDate);
        monthToDate.forEach(
                (day, amount) -> {
                    var before = monthToDate.get(day.minusDays(1));
                    if (day.getDayOfMonth() == 1
                            && before != null
                            && amount.compareTo(before) >= 0) {
                        var after = monthToDate.get(day.plusDays(1));
                        if (after == null || after.compareTo(amount) < 0) {
                            own.remove(day);
                        }
                        if (after != null && after.compareTo(amount) < 0) {
                            own.put(day.minusDays(1), amount);
                        }
                    }
                });
        return own;
    }
}
