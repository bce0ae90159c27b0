package dev.glidepath.runtime;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// A file of text that a person wrote, or a receipt: never long.
public final class SmallFile {

    private static final int LONGEST = 8 << 20;

    private SmallFile() {}

    /// @throws IllegalArgumentException for one that is longer than 8 MB, or has no end
    /// @throws java.nio.charset.CharacterCodingException for one that is not UTF-8
    public static String text(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            var bytes = in.readNBytes(LONGEST + 1);
            if (bytes.length > LONGEST) {
                throw new IllegalArgumentException(
                        file + ": longer than 8 MB, which no such file is; name the right one");
            }
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        }
    }
}
