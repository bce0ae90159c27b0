package dev.glidepath.local.host;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/// A zip's content in a temporary folder, until it is closed.
public record Unzipped(Path folder) implements AutoCloseable {

    public static Unzipped of(Path zip) {
        try (var file = new ZipFile(zip.toFile())) {
            var unzipped = new Unzipped(Files.createTempDirectory("glidepath-function-"));
            try {
                for (var entry : file.stream().toList()) {
                    unzip(file, entry, unzipped.folder);
                }
                return unzipped;
            } catch (IOException e) {
                unzipped.close();
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(zip + ": cannot be unzipped: " + e, e);
        }
    }

    private static void unzip(ZipFile file, ZipEntry entry, Path folder) throws IOException {
        var target = folder.resolve(entry.getName()).normalize();
        if (!target.startsWith(folder)) {
            throw new IOException(entry.getName() + " lies outside the zip");
        }
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.resolveSibling("."));
        try (var in = file.getInputStream(entry)) {
            Files.copy(in, target);
        }
    }

    @Override
    public void close() {
        try (var paths = Files.walk(folder)) {
            for (var path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + folder + ": " + e, e);
        }
    }
}
