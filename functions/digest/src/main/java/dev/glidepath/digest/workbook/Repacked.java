package dev.glidepath.digest.workbook;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// A workbook packed again with one time in it: fastexcel writes the time at which it ran, and
/// files that have no date at all.
final class Repacked {

    private static final String PROPERTIES = "docProps/core.xml";
    private static final Pattern CREATED = Pattern.compile("(<dcterms:created[^>]*>)[^<]*");
    private static final LocalDateTime FILE_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private Repacked() {}

    static byte[] at(Instant created, byte[] workbook) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new ZipOutputStream(bytes)) {
            for (var file : Packed.files(workbook).entrySet()) {
                var copy = new ZipEntry(file.getKey());
                copy.setTimeLocal(FILE_TIME);
                out.putNextEntry(copy);
                var content = file.getValue();
                out.write(file.getKey().equals(PROPERTIES) ? created(content, created) : content);
                out.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static byte[] created(byte[] properties, Instant created) {
        var text = new String(properties, StandardCharsets.UTF_8);
        return CREATED.matcher(text).replaceAll("$1" + created).getBytes(StandardCharsets.UTF_8);
    }
}
