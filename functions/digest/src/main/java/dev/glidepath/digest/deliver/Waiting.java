package dev.glidepath.digest.deliver;

import java.time.Duration;
import java.time.InstantSource;

/// The time of a run: what it is, and passing it.
public record Waiting(InstantSource clock, Pause pause) {

    /// Takes time.
    @FunctionalInterface
    public interface Pause {
        void take(Duration duration);
    }

    public static Waiting real() {
        return new Waiting(InstantSource.system(), Waiting::sleep);
    }

    private static void sleep(Duration duration) {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while waiting for SES", e);
        }
    }
}
