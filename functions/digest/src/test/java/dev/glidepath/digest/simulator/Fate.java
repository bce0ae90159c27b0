package dev.glidepath.digest.simulator;

import java.util.SplittableRandom;
import java.util.function.Supplier;

/// Chance: what goes wrong next.
final class Fate {

    /// A function's process ends. No `catch` of what it runs may see it.
    static final class Crash extends Error {}

    private static final int ALL = 10_000;

    private final SplittableRandom random;
    private final Rates rates;
    private final Tally tally;

    Fate(SplittableRandom random, Rates rates, Tally tally) {
        this.random = random;
        this.rates = rates;
        this.tally = tally;
    }

    Rates rates() {
        return rates;
    }

    boolean strikes(int rate, String what) {
        boolean strikes = random.nextInt(ALL) < rate;
        if (strikes) {
            tally.add(what);
        }
        return strikes;
    }

    long between(long from, long end) {
        return random.nextLong(from, end);
    }

    /// Something that a function does: it may die right before and right after.
    <T> T effect(Supplier<T> effect) {
        crash();
        var result = effect.get();
        crash();
        return result;
    }

    private void crash() {
        if (strikes(rates.crash(), "crashes")) {
            throw new Crash();
        }
    }
}
