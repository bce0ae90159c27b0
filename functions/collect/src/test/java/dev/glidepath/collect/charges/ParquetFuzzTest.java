package dev.glidepath.collect.charges;

import com.code_intelligence.jazzer.junit.FuzzTest;

import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.util.stream.Stream;

/// Whatever a Parquet file's footer and pages hold.
class ParquetFuzzTest {

    @MethodSource("files")
    @FuzzTest(maxDuration = "5m")
    void isReadOrRefused(byte[] file) {
        Fuzzed.read("bill.parquet", file, "tag:team");
    }

    static Stream<byte[]> files() throws IOException {
        return SmallFiles.parquet().stream();
    }
}
