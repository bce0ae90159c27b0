package dev.glidepath.runtime;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/// What is made on another thread until it is asked for: a cold start has two things to do at once.
public final class Early<T> {

    private final CompletableFuture<T> made;

    private Early(CompletableFuture<T> made) {
        this.made = made;
    }

    /// A thread of its own finds classes where this one does. Those of a pool that all share do
    /// not: Lambda loads a function's classes by a loader that it gives to the threads that it
    /// starts.
    public static <T> Early<T> start(Supplier<T> maker) {
        return new Early<>(
                CompletableFuture.supplyAsync(maker, Thread.ofPlatform().daemon()::start));
    }

    /// @throws RuntimeException the maker's own
    public T get() {
        try {
            return made.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }
}
