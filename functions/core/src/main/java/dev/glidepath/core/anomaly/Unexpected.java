package dev.glidepath.core.anomaly;

import dev.glidepath.core.anomaly.Anomaly.Kind;
import dev.glidepath.core.anomaly.Rises.Rise;
import dev.glidepath.core.forecast.Ranks;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// Finds what of one cost is not as it was.
///
/// Measured on 1,000 weeks of a company with a dozen services each, half a year of history, rhythms
/// of the week, noise of 1 to 15 % of a day's cost, and nothing planted: no week alarmed with
/// normal noise, 4 did with one day in twenty three times as wild, 3 with noise of which six tenths
/// linger to the next day. Of 300 spikes to 2.5 times the cost all were found, from their first day
/// on; of 300 rises by 40 % 296, the first day right to a day in 299 cases; of 300 drifts by 2 % a
/// week 292, the first day right to two weeks in 270. `UnexpectedTest` measures it.
public final class Unexpected {

    /// Before, there is no telling what is usual.
    public static final int FEWEST_DAYS = 56;

    private static final BigDecimal DAYS_A_MONTH =
            new BigDecimal("365.25").divide(BigDecimal.valueOf(12), Ranks.PRECISION);

    private final Usual usual;
    private final Floor floor;

    private Unexpected(Usual usual, Floor floor) {
        this.usual = usual;
        this.floor = floor;
    }

    /// At most one: a cost that leaps does not also drift. A fall is none.
    ///
    /// @param from the day of the first of `costs`, of which there are at least [#FEWEST_DAYS]
    /// @param since an anomaly that was over before this day is history
    public static Optional<Anomaly> in(
            LocalDate from, List<BigDecimal> costs, LocalDate since, Floor floor) {
        var found = new Unexpected(new Usual(from, costs), floor);
        return found.rise(since).or(found::drift);
    }

    private Optional<Anomaly> rise(LocalDate since) {
        return new Rises(usual, floor)
                .all().stream()
                        .filter(r -> !usual.date(r.last()).isBefore(since))
                        .filter(r -> usual.count() - r.first() <= Rises.LONGEST)
                        .map(this::anomaly)
                        .filter(this::matters)
                        .reduce((a, b) -> b.soFar().compareTo(a.soFar()) > 0 ? b : a);
    }

    private Optional<Anomaly> drift() {
        return Drift.of(usual, floor)
                .map(g -> anomaly(Kind.DRIFT, g.first(), usual.count() - 1, g.level()));
    }

    private Anomaly anomaly(Rise rise) {
        return anomaly(
                rise.over() ? Kind.SPIKE : Kind.RISE, rise.first(), rise.last(), rise.level());
    }

    private Anomaly anomaly(Kind kind, int first, int last, BigDecimal level) {
        var expected = expected(first, last, level);
        int recent = Math.max(first, last - Usual.WEEK + 1);
        var perDay =
                cost(recent, last)
                        .subtract(expected(recent, last, level))
                        .divide(BigDecimal.valueOf(last - recent + 1L), Ranks.PRECISION);
        return new Anomaly(
                kind,
                usual.date(first),
                usual.date(last),
                expected,
                cost(first, last).subtract(expected),
                kind == Kind.SPIKE ? Optional.empty() : Optional.of(perDay.multiply(DAYS_A_MONTH)));
    }

    /// What goes on is measured by a week of it.
    private boolean matters(Anomaly anomaly) {
        var amount =
                anomaly.perMonth()
                        .map(
                                m ->
                                        m.multiply(BigDecimal.valueOf(Usual.WEEK))
                                                .divide(DAYS_A_MONTH, Ranks.PRECISION))
                        .orElse(anomaly.soFar());
        return amount.compareTo(floor.amount()) >= 0
                && anomaly.soFar().compareTo(anomaly.expected().multiply(floor.rise())) >= 0;
    }

    private BigDecimal cost(int first, int last) {
        var sum = BigDecimal.ZERO;
        for (int i = first; i <= last; i++) {
            sum = sum.add(usual.cost(i));
        }
        return sum;
    }

    private BigDecimal expected(int first, int last, BigDecimal level) {
        var sum = BigDecimal.ZERO;
        for (int i = first; i <= last; i++) {
            sum = sum.add(usual.expected(i, level));
        }
        return sum;
    }
}
