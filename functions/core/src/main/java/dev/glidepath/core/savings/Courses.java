package dev.glidepath.core.savings;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Holds what a source cost against its reference, like with like: a weekday with the same
/// weekdays, a charge by the month with a month.
///
/// @param reference the days of its reference; empty while it has none
record Courses(Compared compared, Costs costs, List<LocalDate> reference) {

    private static final int SCALE = 12;
    private static final BigDecimal LEAST_SHARE = new BigDecimal("0.02");

    /// Times the usual deviation of a day: two weeks are nearly never so far off by chance.
    private static final BigDecimal NOISE = BigDecimal.TWO;

    /// A unit of money a month.
    private static final BigDecimal LEAST = new BigDecimal("0.033");

    /// A month's bill is final by then.
    private static final int DAYS_TO_BILL = 15;

    /// @param continued per day of the reference, what is charged over several days in the midst of
    ///   the usage: it comes and goes with the month and is no saving by itself
    static Course of(Compared compared, Costs costs, BigDecimal continued) {
        return new Courses(compared, costs, reference(compared, costs)).course(continued);
    }

    private Course course(BigDecimal continued) {
        Function<LocalDate, BigDecimal> expected =
                reference.isEmpty() ? costs::on : costs.byTheMonth() ? byMonth() : byWeekday();
        var unknown = unknown();
        var expectedCost =
                compared.days().stream()
                        .map(d -> unknown.contains(d) ? costs.on(d) : expected.apply(d))
                        .toList();
        var actual = compared.days().stream().map(costs::on).toList();
        return new Course(compared.days(), expectedCost, actual, floor(expected, continued));
    }

    private static List<LocalDate> reference(Compared compared, Costs costs) {
        if (!costs.beganWith(compared.connected())) {
            return compared.reference();
        }
        var own =
                Stream.concat(compared.reference().stream(), compared.days().stream())
                        .distinct()
                        .filter(day -> !day.isBefore(costs.first()))
                        .limit(compared.reference().size())
                        .toList();
        return own.size() < compared.reference().size() ? List.of() : own;
    }

    private BigDecimal floor(Function<LocalDate, BigDecimal> expected, BigDecimal continued) {
        if (reference.isEmpty() || costs.byTheMonth()) {
            return least();
        }
        var squares =
                reference.stream()
                        .map(d -> costs.on(d).subtract(expected.apply(d)).pow(2))
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
        int free = reference.size() - DayOfWeek.values().length;
        return squares.divide(BigDecimal.valueOf(free), MathContext.DECIMAL64)
                .sqrt(MathContext.DECIMAL64)
                .multiply(NOISE)
                .max(least())
                .add(continued);
    }

    private BigDecimal least() {
        return mean(reference).multiply(LEAST_SHARE).max(LEAST);
    }

    private Function<LocalDate, BigDecimal> byWeekday() {
        var means = new EnumMap<DayOfWeek, BigDecimal>(DayOfWeek.class);
        Map<DayOfWeek, List<LocalDate>> weekdays =
                reference.stream().collect(Collectors.groupingBy(LocalDate::getDayOfWeek));
        weekdays.forEach((weekday, days) -> means.put(weekday, mean(days)));
        var any = mean(reference);
        return day -> means.getOrDefault(day.getDayOfWeek(), any);
    }

    /// The month's amount over the days of that month.
    private Function<LocalDate, BigDecimal> byMonth() {
        var perMonth =
                reference.stream()
                        .map(d -> costs.on(d).multiply(BigDecimal.valueOf(d.lengthOfMonth())))
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
        return day -> divided(perMonth, (long) reference.size() * day.lengthOfMonth());
    }

    private Set<LocalDate> unknown() {
        if (costs.endedWith(compared.silenced())) {
            return days(d -> d.isAfter(costs.last()));
        }
        if (costs.beganWith(compared.connected())) {
            return days(d -> d.isBefore(costs.first()));
        }
        return costs.byTheMonth() ? awaited() : Set.of();
    }

    /// The days of the months at the end whose charge may still come.
    private Set<LocalDate> awaited() {
        var missing = YearMonth.from(costs.last()).plusMonths(1);
        return compared.asOf().isAfter(missing.atEndOfMonth().plusDays(DAYS_TO_BILL))
                ? Set.of()
                : days(d -> !d.isBefore(missing.atDay(1)));
    }

    private Set<LocalDate> days(Predicate<LocalDate> which) {
        return compared.days().stream().filter(which).collect(Collectors.toSet());
    }

    private BigDecimal mean(List<LocalDate> days) {
        var sum = days.stream().map(costs::on).reduce(BigDecimal.ZERO, BigDecimal::add);
        return divided(sum, Math.max(1, days.size()));
    }

    private static BigDecimal divided(BigDecimal amount, long by) {
        return amount.divide(BigDecimal.valueOf(by), SCALE, RoundingMode.HALF_EVEN);
    }
}
