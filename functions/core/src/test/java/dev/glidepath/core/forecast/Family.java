package dev.glidepath.core.forecast;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/// Made-up series of one kind: about 1000 a day, with noise of a share of that.
enum Family {
    FLAT,
    /// A shift of 20 to 50 %, up or down, one to 23 weeks ago.
    STEP,
    /// Up to 1.5 % a week up, or 0.8 % down.
    TREND,
    /// A quarter less at weekends.
    SEASON,
    /// A commitment ended one to 16 weeks ago: the same usage costs 38 % more, with weekends.
    EXPIRY,
    /// The same while the cost grows by 0.3 % a week.
    GROWING_EXPIRY,
    /// One to three times a day or two cost two to five times as much.
    SPIKE,
    /// Noise that lasts: four fifths of a day's are the next day's too.
    LASTING_NOISE;

    static final int WEEK = 7;
    private static final double[] STEPS = {-0.4, -0.25, 0.2, 0.3, 0.5};

    List<BigDecimal> series(int past, int ahead, double noise, long seed) {
        var random = new SplittableRandom(seed * 31 + ordinal());
        var factors = IntStream.range(0, past + ahead).mapToDouble(_ -> 1).toArray();
        shape(factors, past, random);
        double lasting = 0;
        for (int day = 0; day < factors.length; day++) {
            double fresh = gauss(random);
            lasting = this == LASTING_NOISE ? 0.8 * lasting + fresh : fresh;
            factors[day] *= 1 + noise * lasting;
        }
        return IntStream.range(0, factors.length)
                .mapToObj(
                        i ->
                                BigDecimal.valueOf(factors[i] * 1000)
                                        .setScale(6, RoundingMode.HALF_UP))
                .toList();
    }

    private void shape(double[] factors, int past, SplittableRandom random) {
        switch (this) {
            case FLAT, LASTING_NOISE -> {}
            case STEP ->
                    step(factors, past - random.nextInt(WEEK, 23 * WEEK), STEPS[random.nextInt(5)]);
            case TREND -> grow(factors, -0.008 + random.nextDouble() * 0.023);
            case SEASON -> weekends(factors);
            case EXPIRY -> expire(factors, past, random);
            case GROWING_EXPIRY -> {
                expire(factors, past, random);
                grow(factors, 0.003);
            }
            case SPIKE -> spikes(factors, past, random);
        }
    }

    private static void expire(double[] factors, int past, SplittableRandom random) {
        step(factors, past - random.nextInt(WEEK, 16 * WEEK), 0.38);
        weekends(factors);
    }

    private static void step(double[] factors, int from, double share) {
        for (int day = Math.max(0, from); day < factors.length; day++) {
            factors[day] *= 1 + share;
        }
    }

    private static void grow(double[] factors, double perWeek) {
        for (int day = 0; day < factors.length; day++) {
            factors[day] *= 1 + perWeek * day / WEEK;
        }
    }

    private static void weekends(double[] factors) {
        for (int day = 0; day < factors.length; day++) {
            factors[day] *= day % WEEK > 4 ? 0.82 : 1.07;
        }
    }

    private static void spikes(double[] factors, int past, SplittableRandom random) {
        int count = random.nextInt(1, 4);
        for (int i = 0; i < count; i++) {
            int from = random.nextInt(past - 1);
            int days = random.nextInt(1, 3);
            double times = 2 + 3 * random.nextDouble();
            for (int day = from; day < from + days; day++) {
                factors[day] *= times;
            }
        }
    }

    private static double gauss(SplittableRandom random) {
        return random.nextGaussian();
    }
}
