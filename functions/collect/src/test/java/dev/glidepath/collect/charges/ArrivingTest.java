package dev.glidepath.collect.charges;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glidepath.collect.Limits;
import dev.glidepath.collect.export.Bucket;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

class ArrivingTest {

    private static final List<Bucket.Item> FILES =
            IntStream.range(0, 6)
                    .mapToObj(i -> new Bucket.Item("f" + i, 3, Instant.EPOCH, Optional.of("e" + i)))
                    .toList();

    @TempDir Path folder;

    private final AtomicInteger here = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();
    private final CountDownLatch second = new CountDownLatch(2);

    @Test
    void theNextComesWhileOneIsRead() throws InterruptedException {
        try (var arriving = arriving()) {
            var first = arriving.next();
            assertThat(second.await(10, TimeUnit.SECONDS)).isTrue();
            first.forEach(Arriving.Arrived::close);
        }
        assertThat(here).hasValue(0);
    }

    @Test
    void noMoreThanTwoAreOnTheDisk() {
        int read = 0;
        try (var arriving = arriving()) {
            while (arriving.hasNext()) {
                for (var file : arriving.next()) {
                    assertThat(file.item()).isEqualTo(FILES.get(read++));
                    file.close();
                }
            }
        }
        assertThat(read).isEqualTo(FILES.size());
        assertThat(most.get()).isLessThanOrEqualTo(2);
        assertThat(here).hasValue(0);
    }

    private Arriving arriving() {
        return new Arriving(new Counting(), FILES, folder, Limits.STANDARD);
    }

    private final class Counting implements Bucket {

        @Override
        public Folder list(String of) {
            return Folder.EMPTY;
        }

        @Override
        public String etag(Item item) {
            return item.listed().orElseThrow();
        }

        @Override
        public Fetched fetch(Item item) {
            most.accumulateAndGet(here.incrementAndGet(), Math::max);
            second.countDown();
            var path = folder.resolve(item.key());
            try {
                Files.writeString(path, "a,b");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return new Fetched() {
                @Override
                public Path path() {
                    return path;
                }

                @Override
                public String etag() {
                    return Counting.this.etag(item);
                }

                @Override
                public void close() {
                    here.decrementAndGet();
                }
            };
        }
    }
}
