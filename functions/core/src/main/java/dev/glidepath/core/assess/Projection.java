package dev.glidepath.core.assess;

import dev.glidepath.core.assess.Outlook.Trend;
import dev.glidepath.core.calendar.Week;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Where a run-rate leads if its weekly trend goes on.
record Projection(Optional<BigDecimal> runRate, LocalDate asOf, Trend trend) {

    static final int MOST_WEEKS = 13;
    static final int FEWEST_WEEKS = 6;

    private static final MathContext PRECISION = MathContext.DECIMAL64;
    private static final BigDecimal DAYS_PER_WEEK = BigDecimal.valueOf(7);

    /// The monthly run-rate's change per week: the weekly cost's, times the weeks of a month.
    static Trend trend(CountedCost cost, String category, List<Week> completeWeeks) {
        if (completeWeeks.size() < FEWEST_WEEKS) {
            return new Trend.TooShort(completeWeeks.size());
        }
        var first = completeWeeks.getFirst().monday().toEpochDay();
        var points =
                completeWeeks.stream()
                        .map(
                                w ->
                                        new TheilSen.Point(
                                                (int) ((w.monday().toEpochDay() - first) / 7),
                                                cost.of(category, w)))
                        .toList();
        var slope = RunRate.perMonth(TheilSen.slope(points), 7);
        return new Trend.Slope(slope, points.size());
    }

    /// Those of the last 13 weeks that are settled and known, oldest first.
    static List<Week> completeWeeks(Ledger ledger, Week last) {
        return IntStream.iterate(MOST_WEEKS - 1, i -> i >= 0, i -> i - 1)
                .mapToObj(last::minus)
                .filter(w -> ledger.state(w).complete())
                .toList();
    }

    /// Never below zero; empty for a day that is past or when the trend is unknown.
    Optional<BigDecimal> on(LocalDate day) {
        if (!(trend instanceof Trend.Slope(BigDecimal perWeek, int _)) || !day.isAfter(asOf)) {
            return Optional.empty();
        }
        var days = BigDecimal.valueOf(day.toEpochDay() - asOf.toEpochDay());
        var change = perWeek.multiply(days).divide(DAYS_PER_WEEK, PRECISION);
        return runRate.map(r -> r.add(change).max(BigDecimal.ZERO));
    }
}
