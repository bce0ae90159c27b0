package dev.glidepath.digest.simulator;

import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Supplier;

/// Chance: what goes wrong next.
final class Fate {

    /// A function's process ends. No `catch` of what it runs may see it.
    static final class Crash extends Error {}

    private static final int ALL = 10_000;

    private final SplittableRandom random;
    private final Map<Fault, Integer> other;
    private final Tally tally;

    /// @param other rates than the faults' own
    Fate(SplittableRandom random, Map<Fault, Integer> other, Tally tally) {
        this.random = random;
        this.other = other;
        this.tally = tally;
    }

    boolean strikes(Fault fault) {
        boolean strikes = random.nextInt(ALL) < other.getOrDefault(fault, fault.rate);
        if (strikes) {
            tally.add(fault.words());
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
        if (strikes(Fault.CRASH)) {
            throw new Crash();
        }
    }
}
