package dev.glidepath.core.forecast;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// Finds where the newest level begins: a commitment bought or expired, a migration.
///
/// The median of the seven days from a day on is held against that of the seven before. What all
/// days have in common is drift, and how they scatter is noise; a shift stands out from both. One
/// or two days are a spike, three are the fewest that can be a level.
final class LevelShift {

    private static final int WIDTH = 7;
    private static final int FEWEST = 3;

    /// Of the noise; found on made series: one false shift in fifty at half a year of pure noise.
    private static final BigDecimal TIMES_NOISE = BigDecimal.valueOf(6);

    /// Of the cost itself: less is no matter, however quiet the series.
    private static final BigDecimal LEAST_SHARE = new BigDecimal("0.02");

    /// @param excess how far the step goes beyond drift, in the thresholds that it has to pass
    private record Step(int day, BigDecimal excess) {
        boolean stands() {
            return excess.compareTo(BigDecimal.ONE) > 0;
        }
    }

    private final List<BigDecimal> days;
    private final List<BigDecimal> medians;
    private final BigDecimal drift;
    private final BigDecimal threshold;

    private LevelShift(List<BigDecimal> days) {
        this.days = days;
        this.medians =
                IntStream.rangeClosed(0, days.size() - WIDTH)
                        .mapToObj(day -> Ranks.median(days.subList(day, day + WIDTH)))
                        .toList();
        var rises = wholeSteps().mapToObj(this::rise).toList();
        this.drift = Ranks.median(rises);
        var noise = Ranks.median(rises.stream().map(r -> r.subtract(drift).abs()).toList());
        this.threshold =
                noise.multiply(TIMES_NOISE).max(Ranks.median(days).abs().multiply(LEAST_SHARE));
    }

    /// @param days without their weekly season
    /// @return the first day of the newest level; 0 when there is no shift
    static int newest(List<BigDecimal> days) {
        return days.size() < 3 * WIDTH ? 0 : new LevelShift(days).newest();
    }

    private int newest() {
        var steps = steps();
        int last = steps.size() - 1;
        while (last >= 0 && !steps.get(last).stands()) {
            last--;
        }
        if (last < 0) {
            return 0;
        }
        var largest = steps.get(last);
        for (int i = last; i >= 0 && steps.get(i).stands(); i--) {
            if (steps.get(i).excess().compareTo(largest.excess()) > 0) {
                largest = steps.get(i);
            }
        }
        return largest.day();
    }

    private List<Step> steps() {
        if (threshold.signum() == 0) {
            return List.of();
        }
        var steps = new ArrayList<Step>();
        wholeSteps()
                .forEach(day -> steps.add(step(day, rise(day).subtract(drift).abs(), threshold)));
        for (int count = WIDTH - 1; count >= FEWEST; count--) {
            int day = days.size() - count;
            // The fewer days, the more they have to differ: an eighth more for each that is missing.
            var harder =
                    BigDecimal.valueOf(8 + WIDTH - count)
                            .divide(BigDecimal.valueOf(8), Ranks.PRECISION);
            steps.add(step(day, agreed(day), threshold.multiply(harder)));
        }
        return steps;
    }

    private static Step step(int day, BigDecimal size, BigDecimal threshold) {
        return new Step(day, size.divide(threshold, Ranks.PRECISION));
    }

    /// How far at least three of the days since, and at least half of them, have gone one way.
    private BigDecimal agreed(int day) {
        var usual = medians.get(day - WIDTH).add(drift);
        var moves = days.subList(day, days.size()).stream().map(d -> d.subtract(usual)).toList();
        var way = BigDecimal.valueOf(Ranks.median(moves).signum());
        var sorted = Ranks.sorted(moves.stream().map(m -> m.multiply(way)).toList());
        int rank = Math.min(moves.size() - FEWEST, (moves.size() - 1) / 2);
        return sorted.get(rank).max(BigDecimal.ZERO);
    }

    private IntStream wholeSteps() {
        return IntStream.rangeClosed(WIDTH, days.size() - WIDTH);
    }

    private BigDecimal rise(int day) {
        return medians.get(day).subtract(medians.get(day - WIDTH));
    }
}
