package dev.glidepath.store;

import java.time.Duration;

/// Takes time, before something is asked for again.
@FunctionalInterface
public interface Pause {

    void take(Duration duration);

    /// Longer with each try, from 50 ms to a little over 3 s.
    default void before(int retry) {
        take(Duration.ofMillis(50L << Math.min(retry - 1, 6)));
    }

    static void sleep(Duration duration) {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while waiting; run it again to go on", e);
        }
    }
}
