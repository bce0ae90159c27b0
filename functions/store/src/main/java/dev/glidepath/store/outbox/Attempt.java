package dev.glidepath.store.outbox;

/// @param made its receipt is a reference that [Outbox#receipt] resolves
public record Attempt(Claim claim, Made made, Progress progress) {

    Attempt with(Progress more) {
        return new Attempt(claim, made, progress.and(more));
    }
}
