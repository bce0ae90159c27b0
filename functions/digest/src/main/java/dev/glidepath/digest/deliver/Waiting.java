package dev.glidepath.digest.deliver;

import dev.glidepath.store.Pause;

import java.time.InstantSource;

/// The time of a run: what it is, and passing it.
public record Waiting(InstantSource clock, Pause pause) {

    public static Waiting real() {
        return new Waiting(InstantSource.system(), Pause::sleep);
    }
}
