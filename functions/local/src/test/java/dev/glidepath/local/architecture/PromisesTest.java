package dev.glidepath.local.architecture;

import static dev.glidepath.local.architecture.House.ROOT;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;

/// The page of promises names what keeps them, and tests that there are.
class PromisesTest {

    private static final String PAGE = read();

    @ParameterizedTest
    @ValueSource(strings = {"What is promised", "Laws", "Faults"})
    void everyNameExists(String heading) {
        var list = ReadingList.under(heading, PAGE);
        assertThat(list.names()).hasSizeGreaterThan(9);
        assertThat(list.unknownIn(ROOT)).isEmpty();
    }

    @Test
    void everyPromiseHasItsMechanismItsTestAndTheDefectThatItWasSeenFailingWith() {
        var start = PAGE.indexOf("## What is promised");
        var rows =
                PAGE.substring(start, PAGE.indexOf("\n## Laws"))
                        .lines()
                        .filter(line -> line.startsWith("| ") && !line.startsWith("| **"))
                        .skip(1)
                        .map(line -> Arrays.stream(line.split("\\|")).map(String::strip).toList())
                        .toList();
        assertThat(rows).hasSizeGreaterThan(20).allSatisfy(PromisesTest::isWhole);
    }

    private static void isWhole(List<String> row) {
        assertThat(row).hasSize(5);
        assertThat(row.get(2)).contains("`");
        assertThat(row.get(3)).matches(".*`\\w+Test\\.\\w+`.*");
        assertThat(row.get(4)).isNotBlank();
    }

    private static String read() {
        try {
            return Files.readString(ROOT.resolve("docs/promises.md"));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
