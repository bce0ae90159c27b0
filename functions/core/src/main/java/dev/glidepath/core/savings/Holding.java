package dev.glidepath.core.savings;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/// Finds from when to when something cost less. A cost that falls in steps is several holdings, one
/// upon the other: each has to last by itself.
///
/// @param from index of the first day, `end` after the last one
/// @param amounts per day
record Holding(int from, int end, List<BigDecimal> amounts) {

    private static final int SCALE = 12;

    Holding {
        amounts = List.copyOf(amounts);
    }

    Holding plus(Holding other) {
        var sum = new ArrayList<>(amounts);
        for (int i = other.from; i < other.end; i++) {
            sum.set(i - from, sum.get(i - from).add(other.amounts.get(i - other.from)));
        }
        return new Holding(from, end, sum);
    }

    /// @param below per day, how much less it cost
    static List<Holding> of(List<BigDecimal> below, BigDecimal floor) {
        return within(below, 0, below.size(), floor);
    }

    private static List<Holding> within(
            List<BigDecimal> below, int from, int end, BigDecimal floor) {
        var found = new ArrayList<Holding>();
        var change = new Change(below, floor, end);
        int start = from;
        while (start < end) {
            int noticed = change.noticed(start);
            if (noticed == end) {
                break;
            }
            int onset = change.onset(start, noticed);
            var level = change.level(onset).setScale(SCALE, RoundingMode.HALF_EVEN);
            int back = change.back(onset, noticed, level);
            found.addAll(layers(below, onset, back, level, floor));
            start = back;
        }
        return found;
    }

    /// The first holding has what its first days had; what comes upon it later is looked at alone.
    private static List<Holding> layers(
            List<BigDecimal> below, int from, int end, BigDecimal level, BigDecimal floor) {
        var more = below.stream().map(b -> b.subtract(level)).toList();
        var upper = new ArrayList<Holding>();
        var base = new Holding(from, end, below.subList(from, end));
        for (var holding : within(more, from + Change.WEEK, end, floor)) {
            if (holding.end == end && end < below.size()) {
                continue;
            }
            upper.add(holding);
            base = base.minus(holding);
        }
        upper.addFirst(base);
        return upper;
    }

    private Holding minus(Holding other) {
        return plus(
                new Holding(
                        other.from,
                        other.end,
                        other.amounts.stream().map(BigDecimal::negate).toList()));
    }
}
