package dev.glidepath.local.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

class UnzippedTest {

    private static final String OUTSIDE = "glidepath-test-of-what-lies-outside";

    @TempDir private Path folder;

    @Test
    void whatIsInTheZipIsThereUntilItIsClosed() throws IOException {
        var unzipped = Unzipped.of(zip("lib/../a.txt", "lib/b/c.txt"));
        assertThat(unzipped.folder().resolve("a.txt")).hasContent("of lib/../a.txt");
        assertThat(unzipped.folder().resolve("lib/b/c.txt")).hasContent("of lib/b/c.txt");
        unzipped.close();
        assertThat(unzipped.folder()).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"../" + OUTSIDE, "lib/../../" + OUTSIDE, "../" + OUTSIDE + "/"})
    void whatLeadsOutOfTheZipIsRefused(String name) throws IOException {
        var zip = zip(name);
        assertThatThrownBy(() -> Unzipped.of(zip))
                .hasMessageStartingWith(zip + ": cannot be unzipped")
                .hasMessageContaining(name + " lies outside the zip");
        assertThat(Path.of(System.getProperty("java.io.tmpdir"), OUTSIDE)).doesNotExist();
    }

    private Path zip(String... names) throws IOException {
        var zip = folder.resolve("function.zip");
        try (var out = new ZipOutputStream(Files.newOutputStream(zip))) {
            for (var name : names) {
                out.putNextEntry(new ZipEntry(name));
                out.write(
                        name.endsWith("/")
                                ? new byte[0]
                                : ("of " + name).getBytes(StandardCharsets.UTF_8));
            }
        }
        return zip;
    }
}
