package dev.glidepath.collect.charges;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glidepath.collect.Refusal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A hostile file, read as a delivery's only one: its charges add up, or it is refused in one line
/// that names it; nothing is left behind.
final class Fuzzed {

    private static final Path FOLDER = folder();

    private Fuzzed() {}

    /// @return whether it was read
    static boolean read(String name, byte[] content, String... labels) {
        try {
            var charges = new Bill(FOLDER).bytes(name, content, labels);
            for (var period : charges.periods().values()) {
                var rows = period.groups().stream().mapToLong(g -> g.rows()).sum();
                assertThat(period.totals().values().stream().mapToLong(t -> t.rows()).sum())
                        .isEqualTo(rows);
            }
            return true;
        } catch (Refusal e) {
            assertThat(e.getMessage())
                    .contains(name)
                    .hasLineCount(1)
                    .hasSizeLessThan(600)
                    .doesNotContain("INTERNAL", FOLDER.toString());
            return false;
        } finally {
            assertThat(FOLDER.resolve("scratch")).isEmptyDirectory();
        }
    }

    private static Path folder() {
        try {
            var folder = Files.createTempDirectory("fuzzed");
            folder.toFile().deleteOnExit();
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
