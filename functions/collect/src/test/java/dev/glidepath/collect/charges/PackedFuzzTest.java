package dev.glidepath.collect.charges;

import com.code_intelligence.jazzer.junit.FuzzTest;

import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.util.stream.Stream;

/// Whatever a gzip or a zip holds, and however it holds it.
class PackedFuzzTest {

    @MethodSource("files")
    @FuzzTest(maxDuration = "5m")
    void isReadOrRefused(byte[] file) {
        Fuzzed.read("bill.csv.gz", file);
    }

    static Stream<byte[]> files() throws IOException {
        return SmallFiles.packed().stream();
    }
}
