package dev.glidepath.core.assess;

import dev.glidepath.core.calendar.Week;
import dev.glidepath.core.plan.Plan;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;

/// The settled and known days in one piece that a forecast comes from. What is before a day that is
/// not known is not looked at.
///
/// @param from the first day; the day after `through` when there is none
public record History(LocalDate from, LocalDate through) {

    static History of(Ledger ledger, Week last, LocalDate asOf) {
        var earliest = last.minus(Ledger.WEEKS_BEFORE).monday();
        var from = asOf.plusDays(1);
        while (from.isAfter(earliest) && ledger.coverage().knows(from.minusDays(1))) {
            from = from.minusDays(1);
        }
        return new History(from, asOf);
    }

    public int days() {
        return Math.toIntExact(through.toEpochDay() - from.toEpochDay() + 1);
    }

    /// What a category cost on each day. A month's fee that is still awaited counts as in the month
    /// before: its days would look like a lower level.
    List<BigDecimal> costs(Ledger ledger, Plan.Basis basis, CountedCost cost, String category) {
        var month = YearMonth.from(through);
        var awaited =
                Awaited.of(ledger.within(Set.of(category)), basis, through).stream()
                        .map(Awaited::amount)
                        .reduce(BigDecimal.ZERO, BigDecimal::add)
                        .divide(BigDecimal.valueOf(month.lengthOfMonth()), MathContext.DECIMAL64);
        return from.datesUntil(through.plusDays(1))
                .map(
                        day ->
                                YearMonth.from(day).equals(month)
                                        ? cost.of(category, day, day).add(awaited)
                                        : cost.of(category, day, day))
                .toList();
    }
}
