package dev.glidepath.store.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/// The file under the embedded table. It is checked before SQLite sees it, because SQLite tries for
/// ever to open what it cannot.
record DatabaseFile(Path path, FileChannel lock) implements AutoCloseable {

    private static final byte[] MAGIC = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);

    static DatabaseFile locked(Path folder) {
        var path = folder.resolve("glidepath.db");
        try {
            Files.createDirectories(folder);
            var lock = lock(folder);
            requireDatabase(path);
            return new DatabaseFile(path, lock);
        } catch (IOException e) {
            throw new IllegalStateException(
                    "store "
                            + folder
                            + ": cannot be opened for writing ("
                            + e
                            + "); give --store a folder of your own",
                    e);
        }
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FileChannel lock(Path folder) throws IOException {
        var channel =
                FileChannel.open(
                        folder.resolve(".lock"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE);
        if (!taken(channel)) {
            channel.close();
            throw new IllegalStateException(
                    "store "
                            + folder
                            + ": another glidepath is using it; wait until it is done, or give"
                            + " --store another folder");
        }
        return channel;
    }

    private static boolean taken(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    private static void requireDatabase(Path path) throws IOException {
        try (var channel =
                FileChannel.open(
                        path,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE)) {
            if (channel.size() > 0 && !startsWithMagic(path)) {
                throw new IllegalStateException(
                        path + " is not a store: move it away, or give --store another folder");
            }
        }
    }

    private static boolean startsWithMagic(Path path) throws IOException {
        try (var in = Files.newInputStream(path)) {
            return Arrays.equals(in.readNBytes(MAGIC.length), MAGIC);
        }
    }
}
