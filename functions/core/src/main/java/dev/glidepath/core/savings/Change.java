package dev.glidepath.core.savings;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.IntFunction;

/// Where a level begins and ends among days with noise. It is looked at over two weeks, so that
/// weekdays weigh the same, without the two highest and the two lowest days, so that an outage or a
/// missing day is no level.
///
/// @param end index after the last day that is looked at
record Change(List<BigDecimal> below, BigDecimal floor, int end) {

    static final int WEEK = 7;

    private static final int WINDOW = 2 * WEEK;
    private static final int OUTLIERS = 2;
    private static final int KEPT = WINDOW - 2 * OUTLIERS;
    private static final BigDecimal FOUR = BigDecimal.valueOf(4);

    /// The first day by which the floor is reached; `end` when it never is.
    int noticed(int from) {
        var least = floor.multiply(BigDecimal.valueOf(KEPT));
        for (int day = from; day < end; day++) {
            if (kept(from, day).compareTo(least) >= 0) {
                return day;
            }
        }
        return end;
    }

    /// The day from which on half of the level is exceeded most.
    int onset(int from, int noticed) {
        var half = half(mean(noticed, Math.min(end, noticed + WEEK)));
        return best(
                Math.max(from, noticed - WINDOW + 1),
                noticed,
                day -> below.get(day).subtract(half));
    }

    /// Of the first two weeks from a day on.
    BigDecimal level(int from) {
        int until = Math.min(end, from + WINDOW);
        return until - from < WINDOW
                ? mean(from, until)
                : kept(from, until - 1).divide(BigDecimal.valueOf(KEPT), MathContext.DECIMAL64);
    }

    /// The first day at which it is gone again; `end` when it never is.
    int back(int onset, int noticed, BigDecimal level) {
        var least = floor.multiply(BigDecimal.valueOf(KEPT)).divide(BigDecimal.TWO);
        for (int day = noticed + 1; day < end; day++) {
            if (kept(onset, day).compareTo(least) < 0 || clearlyGone(onset, day, level)) {
                var half = half(level);
                return best(
                        Math.max(onset + 1, day - WINDOW + 1),
                        day,
                        each -> half.subtract(below.get(each)));
            }
        }
        return end;
    }

    /// Far above the floor a week tells as much.
    private boolean clearlyGone(int onset, int day, BigDecimal level) {
        return day - onset >= WEEK
                && level.compareTo(floor.multiply(FOUR)) >= 0
                && mean(day - WEEK + 1, day + 1).multiply(FOUR).compareTo(level) < 0;
    }

    private BigDecimal half(BigDecimal level) {
        return level.max(floor).divide(BigDecimal.TWO);
    }

    /// Which first day of those up to `last` has the largest sum.
    private static int best(int first, int last, IntFunction<BigDecimal> gain) {
        int best = last;
        var most = gain.apply(last);
        var sum = most;
        for (int day = last - 1; day >= first; day--) {
            sum = sum.add(gain.apply(day));
            if (sum.compareTo(most) >= 0) {
                most = sum;
                best = day;
            }
        }
        return best;
    }

    private BigDecimal mean(int from, int until) {
        return sum(below.subList(from, until))
                .divide(BigDecimal.valueOf((long) until - from), MathContext.DECIMAL64);
    }

    /// The sum of the two weeks up to a day without the outliers; days before `from` are nothing.
    private BigDecimal kept(int from, int last) {
        int first = Math.max(from, last - WINDOW + 1);
        var window = new ArrayList<>(below.subList(first, last + 1));
        window.addAll(Collections.nCopies(WINDOW - window.size(), BigDecimal.ZERO));
        Collections.sort(window);
        return sum(window.subList(OUTLIERS, WINDOW - OUTLIERS));
    }

    private static BigDecimal sum(List<BigDecimal> amounts) {
        return amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
