package dev.glidepath.collect.charges;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/// A small file of each kind, cut off at every byte and with every bit turned over: read or
/// refused. All of them with `-Dhostile.all`; else a few.
class MutationTest {

    private static final boolean ALL = Boolean.getBoolean("hostile.all");
    private static final int SAMPLE = 6;

    @Test
    void cutOffFilesAreRefusedOrWhole() throws IOException {
        for (var kind : kinds()) {
            for (int length : some(kind.bytes().length)) {
                Fuzzed.read(kind.name(), Arrays.copyOf(kind.bytes(), length));
            }
        }
    }

    @Test
    void filesWithABitTurnedOverAreReadOrRefused() throws IOException {
        for (var kind : kinds()) {
            for (int bit : some(kind.bytes().length * 8)) {
                var flipped = kind.bytes().clone();
                flipped[bit / 8] ^= (byte) (1 << bit % 8);
                Fuzzed.read(kind.name(), flipped);
            }
        }
    }

    /// What is compressed carries its own check: no part of it can be missing unnoticed.
    @Test
    void packedFilesThatAreCutOffAreNeverReadAsLess() throws IOException {
        var gzip = SmallFiles.gzip(SmallFiles.CSV);
        for (int length : some(gzip.length - 1)) {
            assertThat(Fuzzed.read("bill.csv.gz", Arrays.copyOf(gzip, length + 1)))
                    .as("%d of %d bytes", length + 1, gzip.length)
                    .isFalse();
        }
    }

    @Test
    void theWholeFilesAreRead() throws IOException {
        for (var kind : kinds()) {
            assertThat(Fuzzed.read(kind.name(), kind.bytes())).as(kind.name()).isTrue();
        }
    }

    private record Kind(String name, byte[] bytes) {}

    private static List<Kind> kinds() throws IOException {
        return List.of(
                new Kind("bill.csv", SmallFiles.CSV.getBytes(StandardCharsets.UTF_8)),
                new Kind("bill.csv.gz", SmallFiles.gzip(SmallFiles.CSV)),
                new Kind("bill.zip", SmallFiles.zip("bill.csv")),
                new Kind("bill.parquet", SmallFiles.parquet().getFirst()),
                new Kind("v2.parquet", SmallFiles.parquet().getLast()));
    }

    private static int[] some(int count) {
        return ALL
                ? IntStream.range(0, count).toArray()
                : new SplittableRandom(7).ints(SAMPLE, 0, count).toArray();
    }
}
