package dev.glidepath.collect.charges;

import dev.glidepath.collect.Limits;
import dev.glidepath.collect.export.Bucket;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// The files of a delivery on their way here: the next one is fetched, and unpacked, while those
/// before it are read. So the disk holds two of them and no more.
final class Arriving implements AutoCloseable {

    private final Bucket bucket;
    private final Path folder;
    private final Limits limits;
    private final Deque<Bucket.Item> waiting;
    private final ExecutorService fetching = Executors.newSingleThreadExecutor();
    private Optional<CompletableFuture<Arrived>> coming = Optional.empty();

    /// A file that is here, until it is closed.
    record Arrived(Bucket.Item item, Bucket.Fetched fetched, PartFile part)
            implements AutoCloseable {

        @Override
        public void close() {
            try (fetched) {
                part.close();
            }
        }
    }

    Arriving(Bucket bucket, List<Bucket.Item> files, Path folder, Limits limits) {
        this.bucket = bucket;
        this.folder = folder;
        this.limits = limits;
        this.waiting = new ArrayDeque<>(files);
        startNext();
    }

    boolean hasNext() {
        return coming.isPresent();
    }

    /// The next files, to be closed before those after them are asked for: one, or as many as take
    /// no room.
    List<Arrived> next() {
        var next = new ArrayList<Arrived>();
        try {
            do {
                next.add(take());
            } while (hasNext() && takesNoRoom(next.getLast()));
            return next;
        } catch (RuntimeException e) {
            next.forEach(Arrived::close);
            throw e;
        }
    }

    /// Whether one more of its kind takes no room on the disk.
    private boolean takesNoRoom(Arrived last) {
        return last.part().parquet() && bucket.inPlace(last.item()).isPresent();
    }

    private Arrived take() {
        try {
            return coming.orElseThrow(NoSuchElementException::new).join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        } finally {
            startNext();
        }
    }

    private void startNext() {
        coming =
                Optional.ofNullable(waiting.poll())
                        .map(item -> CompletableFuture.supplyAsync(() -> fetch(item), fetching));
    }

    private Arrived fetch(Bucket.Item item) {
        var fetched = bucket.fetch(item);
        try {
            return new Arrived(
                    item, fetched, PartFile.open(item.key(), fetched.path(), folder, limits));
        } catch (RuntimeException e) {
            fetched.close();
            throw e;
        }
    }

    /// Waits for what is on its way, since it writes into the folder.
    @Override
    public void close() {
        waiting.clear();
        coming.ifPresent(
                next -> {
                    try {
                        next.join().close();
                    } catch (CompletionException _) {
                        // Nobody wants it any more.
                    }
                });
        fetching.close();
    }
}
