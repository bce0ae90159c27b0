package dev.glidepath.collect;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;

class ScratchTest {

    @TempDir Path tmp;

    @Test
    void deletesWhatAKilledProcessLeft() throws IOException {
        var left = Files.createDirectories(tmp.resolve("glidepath-run-1"));
        Files.writeString(left.resolve("lock"), "");
        Files.writeString(Files.createDirectory(left.resolve("glidepath-2")).resolve("p"), "x");
        var library = library("libduckdb_java123.so", Duration.ofMinutes(5));

        var folder = Scratch.folder(tmp);

        assertThat(left).doesNotExist();
        assertThat(library).doesNotExist();
        assertThat(folder).isDirectory().hasParent(tmp);
    }

    @Test
    void keepsWhatIsInUseAndWhatIsNotItsOwn() throws IOException {
        var used = Scratch.folder(tmp);
        Files.writeString(used.resolve("part"), "x");
        var other = Files.createDirectories(tmp.resolve("glidepath-run-of-somebody"));
        var young = library("libduckdb_java456.so", Duration.ZERO);
        System.gc();

        assertThat(Scratch.folder(tmp)).isNotEqualTo(used);
        assertThat(used.resolve("part")).exists();
        assertThat(other).exists();
        assertThat(young).exists();
    }

    private Path library(String name, Duration age) throws IOException {
        var file = Files.writeString(tmp.resolve(name), "x");
        return Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(age)));
    }
}
