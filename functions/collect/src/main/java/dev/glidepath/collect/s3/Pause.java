package dev.glidepath.collect.s3;

import java.time.Duration;

/// Waits between tries.
@FunctionalInterface
interface Pause {

    /// @param tried how often so far
    void after(int tried);

    static void sleep(int tried) {
        try {
            Thread.sleep(Duration.ofMillis(250L << tried));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
