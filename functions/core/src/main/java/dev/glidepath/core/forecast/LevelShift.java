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

    /// Of the largest step of a run: the first that is about as large is where the level begins.
    private static final BigDecimal CLEARLY = new BigDecimal("0.8");

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
        var run = newestRun(steps());
        var clearly =
                run.stream()
                        .map(Step::excess)
                        .reduce(BigDecimal.ZERO, BigDecimal::max)
                        .multiply(CLEARLY);
        return run.stream()
                .filter(step -> step.excess().compareTo(clearly) >= 0)
                .mapToInt(Step::day)
                .min()
                .orElse(0);
    }

    /// Around a shift several days in a row stand out.
    private static List<Step> newestRun(List<Step> steps) {
        int end = steps.size();
        while (end > 0 && !steps.get(end - 1).stands()) {
            end--;
        }
        int from = end;
        while (from > 0 && steps.get(from - 1).stands()) {
            from--;
        }
        return steps.subList(from, end);
    }

    private List<Step> steps() {
        if (threshold.signum() == 0) {
            return List.of();
        }
        var steps = new ArrayList<Step>();
        wholeSteps().forEach(day -> steps.add(step(day, whole(day), threshold)));
        for (int count = WIDTH - 1; count >= FEWEST; count--) {
            int day = days.size() - count;
            // The fewer days, the more they have to differ: an eighth more for each that is
            // missing.
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

    /// How far the median goes, and the day itself goes along: the days before it do not.
    private BigDecimal whole(int day) {
        var rise = rise(day).subtract(drift);
        var own = moved(day, days.get(day)).multiply(BigDecimal.valueOf(rise.signum()));
        return rise.abs().min(own).max(BigDecimal.ZERO);
    }

    /// How far the day itself, at least three of the days since and at least half of them have gone
    /// one way.
    private BigDecimal agreed(int day) {
        var moves = days.subList(day, days.size()).stream().map(d -> moved(day, d)).toList();
        var way = BigDecimal.valueOf(Ranks.median(moves).signum());
        var sorted = Ranks.sorted(moves.stream().map(m -> m.multiply(way)).toList());
        int rank = Math.min(moves.size() - FEWEST, (moves.size() - 1) / 2);
        return sorted.get(rank).min(moves.getFirst().multiply(way)).max(BigDecimal.ZERO);
    }

    /// From what was usual in the week before the day.
    private BigDecimal moved(int day, BigDecimal amount) {
        return amount.subtract(medians.get(day - WIDTH)).subtract(drift);
    }

    private IntStream wholeSteps() {
        return IntStream.rangeClosed(WIDTH, days.size() - WIDTH);
    }

    private BigDecimal rise(int day) {
        return medians.get(day).subtract(medians.get(day - WIDTH));
    }
}
