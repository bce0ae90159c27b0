package dev.glidepath.core.savings;

import dev.glidepath.core.money.Money;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;

/// An amount over the spans of days that savings are told for.
///
/// @param recent of the last 28 days
public record Sums(
        BigDecimal sinceStart, BigDecimal yearToDate, BigDecimal thisMonth, BigDecimal recent) {

    public static final Sums NONE =
            new Sums(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);

    private static final int RECENT_DAYS = 28;

    public Sums {
        sinceStart = Money.normalise(sinceStart);
        yearToDate = Money.normalise(yearToDate);
        thisMonth = Money.normalise(thisMonth);
        recent = Money.normalise(recent);
    }

    /// @param amounts one per day of `days`
    static Sums of(List<LocalDate> days, List<BigDecimal> amounts, LocalDate asOf) {
        var sums = NONE;
        for (int i = 0; i < amounts.size(); i++) {
            sums = sums.plus(on(days.get(i), amounts.get(i), asOf));
        }
        return sums;
    }

    private static Sums on(LocalDate day, BigDecimal amount, LocalDate asOf) {
        boolean year = day.getYear() == asOf.getYear();
        return new Sums(
                amount,
                year ? amount : BigDecimal.ZERO,
                year && day.getMonth() == asOf.getMonth() ? amount : BigDecimal.ZERO,
                day.isAfter(asOf.minusDays(RECENT_DAYS)) ? amount : BigDecimal.ZERO);
    }

    public Sums plus(Sums other) {
        return new Sums(
                sinceStart.add(other.sinceStart),
                yearToDate.add(other.yearToDate),
                thisMonth.add(other.thisMonth),
                recent.add(other.recent));
    }

    public Sums minus(Sums other) {
        return plus(other.map(BigDecimal::negate));
    }

    Sums map(UnaryOperator<BigDecimal> change) {
        return new Sums(
                change.apply(sinceStart),
                change.apply(yearToDate),
                change.apply(thisMonth),
                change.apply(recent));
    }
}
