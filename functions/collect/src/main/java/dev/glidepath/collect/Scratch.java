package dev.glidepath.collect;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// A folder of this process for temporary files. It is locked while the process lives: so the next
/// one in the same sandbox can tell what a killed one left, and delete it before the disk is full.
public final class Scratch {

    private static final String PREFIX = "glidepath-run-";
    private static final String UNLOCKED = "glidepath-new-";
    private static final String LOCK = "lock";

    /// DuckDB unpacks its library at each start, and deletes it only when it ends in peace.
    private static final String LEFTOVERS = "{" + PREFIX + "*,libduckdb_java*.so}";

    private static final Duration LOADED_WITHIN = Duration.ofMinutes(1);

    /// A lock that nobody refers to is released.
    private static final List<FileLock> HELD = new CopyOnWriteArrayList<>();

    private Scratch() {}

    /// @param parent such as `/tmp`
    public static Path folder(Path parent) {
        try {
            deleteLeftovers(parent);
            var made = Files.createTempDirectory(parent, UNLOCKED);
            HELD.add(channel(made).lock());
            // Others look at it from now on.
            var name = made.getFileName().toString().replace(UNLOCKED, PREFIX);
            return Files.move(made, parent.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "cannot make a folder for temporary files in " + parent, e);
        }
    }

    private static void deleteLeftovers(Path parent) throws IOException {
        try (var paths = Files.newDirectoryStream(parent, LEFTOVERS)) {
            for (var path : paths) {
                if (Files.isDirectory(path) ? isLeft(path) : isOld(path)) {
                    delete(path);
                }
            }
        }
    }

    /// A library that another process has loaded stays with it, deleted or not.
    private static boolean isOld(Path library) throws IOException {
        var age = Instant.now().minus(LOADED_WITHIN);
        return Files.getLastModifiedTime(library).toInstant().isBefore(age);
    }

    private static boolean isLeft(Path folder) throws IOException {
        if (!Files.isRegularFile(folder.resolve(LOCK))) {
            return false;
        }
        try (var channel = channel(folder);
                var lock = channel.tryLock()) {
            return lock != null;
        } catch (OverlappingFileLockException _) {
            return false;
        }
    }

    private static FileChannel channel(Path folder) throws IOException {
        return FileChannel.open(
                folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }

    private static void delete(Path folder) throws IOException {
        try (var paths = Files.walk(folder)) {
            for (var path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
