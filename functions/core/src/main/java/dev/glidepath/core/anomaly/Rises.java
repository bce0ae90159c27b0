package dev.glidepath.core.anomaly;

import dev.glidepath.core.forecast.Ranks;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Goes through the days and finds where a cost leaves its level upwards. A day that is far above
/// it suffices; the less far, the more days it takes.
final class Rises {

    /// A level is the level after four weeks.
    static final int LONGEST = 28;

    private static final int SETTLING_IN = 3;

    /// @param days whose mean is looked at
    /// @param noise how often the noise it has to be
    private record Glance(int days, BigDecimal noise) {}

    private static final List<Glance> GLANCES =
            List.of(
                    new Glance(1, Usual.FAR),
                    new Glance(2, new BigDecimal("5.5")),
                    new Glance(3, new BigDecimal("4.5")),
                    new Glance(7, new BigDecimal("3.5")),
                    new Glance(14, new BigDecimal("3")));

    /// @param first day that stands out
    /// @param last day that does
    /// @param over whether days after it do not
    record Rise(int first, int last, boolean over, BigDecimal level) {}

    private final Usual usual;
    private final Floor floor;
    private final BigDecimal noise;
    private final BigDecimal daily;
    private final BitSet taken = new BitSet();
    private final Map<Integer, Optional<BigDecimal>> levels = new HashMap<>();

    Rises(Usual usual, Floor floor) {
        this.usual = usual;
        this.floor = floor;
        this.noise = usual.noise();
        this.daily = floor.amount().divide(BigDecimal.valueOf(Usual.WEEK), Ranks.PRECISION);
    }

    /// Those of the last weeks, and what was before them as far as it tells what is usual.
    List<Rise> all() {
        var rises = new ArrayList<Rise>();
        int day = Math.max(0, usual.count() - 3 * LONGEST);
        while (day < usual.count()) {
            var rise = endingIn(day);
            if (rise.isPresent()) {
                rises.add(rise.get());
                day = Math.max(day, rise.get().last());
                if (rise.get().over()) {
                    taken.set(rise.get().first(), day + 1);
                    levels.clear();
                }
            }
            day++;
        }
        return rises;
    }

    private Optional<Rise> endingIn(int day) {
        for (var glance : GLANCES) {
            int start = day - glance.days() + 1;
            if (start >= 0 && taken.get(start, day + 1).isEmpty()) {
                var level = level(start);
                if (level.isPresent() && isHigh(start, day, level.get(), glance)) {
                    return rise(begin(start, day, level.get()), day);
                }
            }
        }
        return Optional.empty();
    }

    /// Before that day.
    private Optional<BigDecimal> level(int day) {
        return levels.computeIfAbsent(day, d -> usual.before(d, taken));
    }

    private boolean isHigh(int start, int day, BigDecimal level, Glance glance) {
        var expected = BigDecimal.ZERO;
        for (int i = start; i <= day; i++) {
            expected = expected.add(usual.expected(i, level));
        }
        var days = BigDecimal.valueOf(glance.days());
        var least =
                noise.multiply(glance.noise())
                        .max(daily)
                        .multiply(days)
                        .max(expected.multiply(floor.rise()));
        return above(start, day, level).compareTo(least) >= 0;
    }

    /// The day from which on most was above half of what the days are above now.
    private int begin(int start, int day, BigDecimal level) {
        var half = half(Math.max(start, day - 2), day, level);
        int begin = day;
        var sum = BigDecimal.ZERO;
        var most = BigDecimal.ZERO;
        for (int i = day; i >= Math.max(0, start - SETTLING_IN) && !taken.get(i); i--) {
            sum = sum.add(usual.above(i, level)).subtract(half);
            if (sum.compareTo(most) > 0) {
                most = sum;
                begin = i;
            }
        }
        return begin;
    }

    private Optional<Rise> rise(int first, int seen) {
        return level(first).map(level -> rise(first, seen, level));
    }

    private Rise rise(int first, int seen, BigDecimal level) {
        int end = Math.min(usual.count(), first + LONGEST);
        int day = seen;
        while (day + 1 < end && goesOn(first, day + 1, level)) {
            day++;
        }
        int last = day;
        while (last > first && isBelow(last, half(first, day, level), level)) {
            last--;
        }
        boolean stayed = day + 1 >= first + LONGEST;
        return new Rise(first, last, !stayed && last + 1 < usual.count(), level);
    }

    /// The mean of three days has not fallen below a third of what it was.
    private boolean goesOn(int first, int day, BigDecimal level) {
        if (day - SETTLING_IN < first) {
            return true;
        }
        var now = above(day - SETTLING_IN + 1, day, level);
        return now.compareTo(half(first, day - 1, level).multiply(BigDecimal.valueOf(2))) >= 0;
    }

    private boolean isBelow(int day, BigDecimal amount, BigDecimal level) {
        return usual.above(day, level).compareTo(amount) < 0;
    }

    private BigDecimal half(int start, int day, BigDecimal level) {
        return above(start, day, level)
                .divide(BigDecimal.valueOf(2L * (day - start + 1)), Ranks.PRECISION);
    }

    private BigDecimal above(int start, int day, BigDecimal level) {
        var sum = BigDecimal.ZERO;
        for (int i = start; i <= day; i++) {
            sum = sum.add(usual.above(i, level));
        }
        return sum;
    }
}
