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
import java.util.stream.Collectors;

/// Holds what a source cost against its reference, like with like: a weekday with the same
/// weekdays, a charge by the month with a month.
record Courses(Compared compared) {

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
    Course of(Costs costs, BigDecimal continued) {
        var unknown = unknown(costs);
        Function<LocalDate, BigDecimal> expected =
                costs.byTheMonth() ? byMonth(costs) : byWeekday(costs);
        var reference =
                compared.days().stream()
                        .map(d -> unknown.contains(d) ? costs.on(d) : expected.apply(d))
                        .toList();
        var actual = compared.days().stream().map(costs::on).toList();
        return new Course(compared.days(), reference, actual, floor(costs, expected, continued));
    }

    private BigDecimal floor(
            Costs costs, Function<LocalDate, BigDecimal> expected, BigDecimal continued) {
        if (costs.byTheMonth()) {
            return least(costs);
        }
        var squares =
                compared.reference().stream()
                        .map(d -> costs.on(d).subtract(expected.apply(d)).pow(2))
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
        int free = compared.reference().size() - DayOfWeek.values().length;
        return squares.divide(BigDecimal.valueOf(free), MathContext.DECIMAL64)
                .sqrt(MathContext.DECIMAL64)
                .multiply(NOISE)
                .max(least(costs))
                .add(continued);
    }

    private BigDecimal least(Costs costs) {
        return mean(costs, compared.reference()).multiply(LEAST_SHARE).max(LEAST);
    }

    private Function<LocalDate, BigDecimal> byWeekday(Costs costs) {
        var means = new EnumMap<DayOfWeek, BigDecimal>(DayOfWeek.class);
        Map<DayOfWeek, List<LocalDate>> weekdays =
                compared.reference().stream()
                        .collect(Collectors.groupingBy(LocalDate::getDayOfWeek));
        weekdays.forEach((weekday, days) -> means.put(weekday, mean(costs, days)));
        var any = mean(costs, compared.reference());
        return day -> means.getOrDefault(day.getDayOfWeek(), any);
    }

    /// The month's amount over the days of that month; where that is more than the same per day, it
    /// may as well be a charge that does not follow the months.
    private Function<LocalDate, BigDecimal> byMonth(Costs costs) {
        var perDay = mean(costs, compared.reference());
        var perMonth =
                compared.reference().stream()
                        .map(d -> costs.on(d).multiply(BigDecimal.valueOf(d.lengthOfMonth())))
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
        return day ->
                divided(perMonth, (long) compared.reference().size() * day.lengthOfMonth())
                        .min(perDay);
    }

    private Set<LocalDate> unknown(Costs costs) {
        if (costs.endedWith(compared.silenced())) {
            return after(costs.last());
        }
        return costs.byTheMonth() ? awaited(costs) : Set.of();
    }

    /// The days of the months at the end whose charge may still come.
    private Set<LocalDate> awaited(Costs costs) {
        var missing = YearMonth.from(costs.last()).plusMonths(1);
        return compared.asOf().isAfter(missing.atEndOfMonth().plusDays(DAYS_TO_BILL))
                ? Set.of()
                : after(missing.atDay(1).minusDays(1));
    }

    private Set<LocalDate> after(LocalDate day) {
        return compared.days().stream().filter(d -> d.isAfter(day)).collect(Collectors.toSet());
    }

    private static BigDecimal mean(Costs costs, List<LocalDate> days) {
        return divided(
                days.stream().map(costs::on).reduce(BigDecimal.ZERO, BigDecimal::add), days.size());
    }

    private static BigDecimal divided(BigDecimal amount, long by) {
        return amount.divide(BigDecimal.valueOf(by), SCALE, RoundingMode.HALF_EVEN);
    }
}
