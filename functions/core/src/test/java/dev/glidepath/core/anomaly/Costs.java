package dev.glidepath.core.anomaly;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntToDoubleFunction;

/// Made-up days of one cost: a level, the rhythm of the week, noise, and what is planted.
final class Costs {

    static final LocalDate FROM = LocalDate.of(2026, 1, 5);
    static final int DAYS = 26 * 7;
    static final LocalDate LAST_WEEK = FROM.plusDays(DAYS - 7);

    private Costs() {}

    enum Noise {
        NORMAL,
        /// One day in twenty is three times as far off.
        WILD,
        /// A day is mostly as far off as the day before.
        LINGERING;

        double next(Random random, double before, double size) {
            return switch (this) {
                case NORMAL -> random.nextGaussian() * size;
                case WILD -> random.nextGaussian() * size * (random.nextInt(20) == 0 ? 3 : 1);
                case LINGERING -> 0.6 * before + 0.8 * random.nextGaussian() * size;
            };
        }
    }

    static List<BigDecimal> of(
            long seed, Noise kind, double noise, double level, IntToDoubleFunction planted) {
        var random = new Random(seed);
        double weekend = 0.4 + random.nextDouble() * 0.7;
        var costs = new ArrayList<BigDecimal>();
        double off = 0;
        for (int day = 0; day < DAYS; day++) {
            off = kind.next(random, off, noise);
            double rhythm = day % 7 > 4 ? weekend : 1;
            double cost = level * rhythm * Math.max(0, 1 + off) * planted.applyAsDouble(day);
            costs.add(BigDecimal.valueOf(cost).setScale(6, RoundingMode.HALF_UP));
        }
        return costs;
    }
}
