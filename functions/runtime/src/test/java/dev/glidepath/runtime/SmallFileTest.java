package dev.glidepath.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

class SmallFileTest {

    private static final int LONGEST = 8 << 20;

    @TempDir private Path folder;

    @Test
    void readsUpToEightMegabytes() throws IOException {
        var longest = "a".repeat(LONGEST);

        assertThat(SmallFile.text(file(longest.getBytes(StandardCharsets.US_ASCII))))
                .isEqualTo(longest);
        assertThatThrownBy(
                        () ->
                                SmallFile.text(
                                        file((longest + "a").getBytes(StandardCharsets.US_ASCII))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageEndingWith(
                        "longer than 8 MB, which no such file is; name the right one");
    }

    @Test
    void refusesWhatIsNotUtf8() {
        assertThatThrownBy(() -> SmallFile.text(file(new byte[] {'a', (byte) 0xe4, 'b'})))
                .isInstanceOf(CharacterCodingException.class);
    }

    private Path file(byte[] content) throws IOException {
        return Files.write(folder.resolve("file"), content);
    }
}
