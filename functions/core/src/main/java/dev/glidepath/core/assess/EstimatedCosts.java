package dev.glidepath.core.assess;

import dev.glidepath.core.cost.Dimensions;
import dev.glidepath.core.estimate.EstimatedDays;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/// Month-to-date amounts as costs of days.
///
/// @param series as they are told
/// @param costs what the services cost, and what the whole has more than they, such as support fees
///   that are not told by service
record EstimatedCosts(List<Series> series, List<Cost> costs) {

    /// A number that is later than this is of a series that has ended.
    private static final int LATEST_DAYS = 3;

    /// @param told the days that have a number
    /// @param days what they cost
    private record Series(NavigableSet<LocalDate> told, NavigableMap<LocalDate, BigDecimal> days) {}

    /// @param dimensions empty for what belongs to no service
    record Cost(LocalDate day, Optional<Dimensions> dimensions, BigDecimal amount) {}

    /// @param dimensions of a series
    static EstimatedCosts of(
            Map<String, NavigableMap<LocalDate, BigDecimal>> monthToDate,
            Function<String, Dimensions> dimensions) {
        var told = new TreeSet<LocalDate>();
        monthToDate.values().forEach(amounts -> told.addAll(amounts.keySet()));
        var series = new ArrayList<Series>();
        var costs = new ArrayList<Cost>();
        var rest = new TreeMap<LocalDate, BigDecimal>();
        new TreeMap<>(monthToDate)
                .forEach(
                        (name, amounts) -> {
                            var days = EstimatedDays.of(amounts, told);
                            series.add(new Series(amounts.navigableKeySet(), days));
                            if (name.equals(Estimates.WHOLE)) {
                                days.forEach((day, a) -> rest.merge(day, a, BigDecimal::add));
                            } else {
                                var of = Optional.of(dimensions.apply(name));
                                days.forEach((day, a) -> costs.add(new Cost(day, of, a)));
                            }
                        });
        if (monthToDate.containsKey(Estimates.WHOLE)) {
            costs.forEach(cost -> rest.merge(cost.day(), cost.amount().negate(), BigDecimal::add));
            rest.forEach((day, amount) -> costs.add(new Cost(day, Optional.empty(), amount)));
        }
        return new EstimatedCosts(series, costs);
    }

    /// The last day from `from` on that no series is still expected to say something of.
    Optional<LocalDate> through(LocalDate from) {
        return costs.stream()
                .map(Cost::day)
                .distinct()
                .filter(day -> !day.isBefore(from))
                .filter(day -> series.stream().noneMatch(s -> isAwaited(s, day)))
                .reduce((a, b) -> a.isAfter(b) ? a : b);
    }

    /// The amount of a month goes on from day to day: one that has been told in the last days will
    /// be told again. One that is told and is no cost yet may still be the old month's.
    private static boolean isAwaited(Series series, LocalDate day) {
        if (!series.days().isEmpty() && !series.days().lastKey().isBefore(day)) {
            return false;
        }
        var last = series.told().last();
        return !last.isBefore(day)
                || (YearMonth.from(last).equals(YearMonth.from(day))
                        && !last.isBefore(day.minusDays(LATEST_DAYS)));
    }

    NavigableMap<LocalDate, BigDecimal> byDay() {
        var days = new TreeMap<LocalDate, BigDecimal>();
        costs.forEach(cost -> days.merge(cost.day(), cost.amount(), BigDecimal::add));
        return days;
    }
}
