package dev.glidepath.store;

import java.util.Objects;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import java.util.function.Supplier;

/// Things that one thread uses at a time: as many as are used at once.
final class Pool<T> {

    private final Supplier<T> another;
    private final ConcurrentLinkedQueue<T> free = new ConcurrentLinkedQueue<>();

    Pool(Supplier<T> another) {
        this.another = another;
    }

    <R> R with(Function<T, R> use) {
        var one = Objects.requireNonNullElseGet(free.poll(), another);
        try {
            return use.apply(one);
        } finally {
            free.add(one);
        }
    }
}
