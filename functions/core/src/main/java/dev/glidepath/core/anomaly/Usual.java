package dev.glidepath.core.anomaly;

import dev.glidepath.core.forecast.Ranks;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The days of one cost beside what is usual for them: a level times the rhythm of the week.
final class Usual {

    static final int WEEK = 7;

    /// Days that a level is the median of, and the fewest of them.
    private static final int LEVEL_DAYS = 28;

    private static final int FEWEST = 14;

    /// A day of the week with less than this of its week says nothing about the level.
    private static final BigDecimal QUIET = new BigDecimal("0.2");

    /// Of the noise.
    static final BigDecimal FAR = new BigDecimal("8.5");

    private static final BigDecimal DEVIATION_OF_MEDIAN = new BigDecimal("1.4826");
    private static final BigDecimal NINE_OF_TEN = new BigDecimal("0.6079");
    private static final BigDecimal LEAST_NOISE = new BigDecimal("0.005");

    private final LocalDate from;
    private final List<BigDecimal> costs;
    private final List<BigDecimal> rhythm;
    private final List<Optional<BigDecimal>> levels;

    /// Per day, the median of it and the seven days on both sides.
    private final List<Optional<BigDecimal>> neighbours;

    private final BigDecimal noise;
    private final BitSet monthly;

    Usual(LocalDate from, List<BigDecimal> costs) {
        this.from = from;
        this.costs = costs;
        this.rhythm = rhythm(costs);
        this.levels = days().mapToObj(this::level).toList();
        this.neighbours = days().mapToObj(day -> around(day - WEEK, day + WEEK + 1)).toList();
        this.noise = scatter();
        this.monthly =
                days().filter(this::comesEachMonth).collect(BitSet::new, BitSet::set, BitSet::or);
    }

    int count() {
        return costs.size();
    }

    LocalDate date(int day) {
        return from.plusDays(day);
    }

    BigDecimal cost(int day) {
        return costs.get(day);
    }

    /// In cents, so that what is above it is exact; all of the cost on the day of a monthly fee.
    BigDecimal expected(int day, BigDecimal level) {
        return monthly.get(day) ? costs.get(day) : regular(day, level);
    }

    private BigDecimal regular(int day, BigDecimal level) {
        return level.multiply(factor(day)).setScale(2, RoundingMode.HALF_UP);
    }

    BigDecimal above(int day, BigDecimal level) {
        return costs.get(day).subtract(expected(day, level));
    }

    /// The median of the 28 days before a day that are not left out; empty when there are too few.
    Optional<BigDecimal> before(int day, BitSet leftOut) {
        var own = new ArrayList<BigDecimal>(LEVEL_DAYS);
        for (int i = day - 1; i >= Math.max(0, day - 2 * LEVEL_DAYS); i--) {
            if (!leftOut.get(i) && own.size() < LEVEL_DAYS) {
                levels.get(i).ifPresent(own::add);
            }
        }
        return own.size() < FEWEST ? Optional.empty() : Optional.of(Ranks.median(own));
    }

    /// The median of the days from `start` to `end`, exclusive, as far as there are such.
    Optional<BigDecimal> around(int start, int end) {
        var own =
                levels.subList(Math.max(0, start), Math.min(count(), end)).stream()
                        .flatMap(Optional::stream)
                        .toList();
        return own.isEmpty() ? Optional.empty() : Optional.of(Ranks.median(own));
    }

    /// How far a day is off the days around it, as a standard deviation would say of tame noise. A
    /// step or a trend is no noise, and one day in ten may be as wild as it wants.
    BigDecimal noise() {
        return noise;
    }

    private BigDecimal scatter() {
        var off = Ranks.sorted(days().mapToObj(this::off).flatMap(Optional::stream).toList());
        if (off.isEmpty()) {
            return BigDecimal.ZERO;
        }
        var wild = off.get(off.size() * 9 / 10).multiply(NINE_OF_TEN);
        var least = around(0, count()).orElse(BigDecimal.ZERO).multiply(LEAST_NOISE);
        return Ranks.median(off).multiply(DEVIATION_OF_MEDIAN).max(wild).max(least);
    }

    /// A fee by the month that is charged on one day: far above the days around it, and so was a
    /// day a month before.
    private boolean comesEachMonth(int day) {
        var own = aboveNeighbours(day);
        return own.compareTo(noise.multiply(FAR)) > 0
                && IntStream.rangeClosed(Math.max(0, day - 32), day - 27)
                        .mapToObj(this::aboveNeighbours)
                        .anyMatch(o -> o.add(o).compareTo(own) >= 0);
    }

    private BigDecimal aboveNeighbours(int day) {
        return neighbours
                .get(day)
                .map(level -> costs.get(day).subtract(regular(day, level)))
                .orElse(BigDecimal.ZERO);
    }

    private Optional<BigDecimal> off(int day) {
        return levels.get(day)
                .flatMap(own -> neighbours.get(day).map(own::subtract))
                .map(BigDecimal::abs);
    }

    private Optional<BigDecimal> level(int day) {
        return factor(day).compareTo(QUIET) < 0
                ? Optional.empty()
                : Optional.of(costs.get(day).divide(factor(day), Ranks.PRECISION));
    }

    private BigDecimal factor(int day) {
        return rhythm.get(day % WEEK);
    }

    private IntStream days() {
        return IntStream.range(0, costs.size());
    }

    /// Per day of the week, what part of the mean of the seven days around it it costs: the median.
    private static List<BigDecimal> rhythm(List<BigDecimal> costs) {
        return IntStream.range(0, WEEK)
                .mapToObj(
                        weekday ->
                                IntStream.iterate(weekday, d -> d + WEEK)
                                        .takeWhile(d -> d < costs.size() - WEEK / 2)
                                        .filter(d -> d >= WEEK / 2)
                                        .boxed()
                                        .flatMap(d -> part(costs, d))
                                        .toList())
                .map(parts -> parts.isEmpty() ? BigDecimal.ONE : Ranks.median(parts))
                .toList();
    }

    private static Stream<BigDecimal> part(List<BigDecimal> costs, int day) {
        var mean = Ranks.mean(costs.subList(day - WEEK / 2, day + WEEK / 2 + 1));
        return mean.signum() <= 0
                ? Stream.empty()
                : Stream.of(costs.get(day).divide(mean, Ranks.PRECISION));
    }
}
