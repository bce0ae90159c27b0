package dev.glidepath.collect.export;

import dev.glidepath.collect.Refusal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Stream;

/// A folder laid out as a bucket is. Files are read where they lie.
public record FolderBucket(Path root) implements Bucket {

    private static final long LARGE = 64 << 20;
    private static final long END = 1 << 20;

    /// Links to folders are not entered, as they may lead around in circles.
    @Override
    public Folder list(String folder) {
        var start = root.resolve(folder);
        if (!Files.isDirectory(start)) {
            return Folder.EMPTY;
        }
        try (Stream<Path> paths = Files.list(start)) {
            var sorted = paths.sorted().toList();
            return new Folder(
                    sorted.stream()
                            .filter(path -> Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS))
                            .map(path -> key(path) + "/")
                            .toList(),
                    sorted.stream()
                            .filter(Files::isRegularFile)
                            .flatMap(path -> item(path).stream())
                            .toList());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + start + ": " + e.getMessage(), e);
        }
    }

    @Override
    public String etag(Item item) {
        return sha256(item.key(), root.resolve(item.key()));
    }

    @Override
    public Fetched fetch(Item item) {
        var path = root.resolve(item.key());
        return new FileInPlace(item.key(), path, sha256(item.key(), path), modified(path));
    }

    @Override
    public Optional<Path> inPlace(Item item) {
        return Optional.of(root.resolve(item.key()));
    }

    /// Empty when it is gone since it was listed.
    private Optional<Item> item(Path path) {
        try {
            var modified = Files.getLastModifiedTime(path).toInstant();
            return Optional.of(new Item(key(path), Files.size(path), modified, Optional.empty()));
        } catch (NoSuchFileException _) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + path + ": " + e.getMessage(), e);
        }
    }

    private String key(Path path) {
        return root.relativize(path).toString().replace('\\', '/');
    }

    private static Instant modified(Path path) {
        try {
            return Files.getLastModifiedTime(path).toInstant();
        } catch (NoSuchFileException e) {
            throw new Refusal(path.getFileName() + ": file is gone; run again", e);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + path + ": " + e.getMessage(), e);
        }
    }

    /// Of a small file its content's; of a large one, which would take as long to read as to sum,
    /// its length, its time and both of its ends: there a Parquet file has what its columns hold.
    private static String sha256(String key, Path path) {
        try (var channel = FileChannel.open(path)) {
            var digest = MessageDigest.getInstance("SHA-256");
            long size = channel.size();
            if (size <= LARGE) {
                update(digest, channel, 0, size);
            } else {
                digest.update((size + " " + modified(path)).getBytes(StandardCharsets.US_ASCII));
                update(digest, channel, 0, END);
                update(digest, channel, size - END, size);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchFileException e) {
            throw new Refusal(key + ": file is missing; wait for the delivery to finish", e);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + path + ": " + e.getMessage(), e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void update(MessageDigest digest, FileChannel channel, long from, long end)
            throws IOException {
        var buffer = ByteBuffer.allocate(1 << 16);
        long at = from;
        for (int read = 0; read >= 0 && at < end; at += read) {
            buffer.clear().limit((int) Math.min(buffer.capacity(), end - at));
            read = channel.read(buffer, at);
            digest.update(buffer.flip());
        }
    }

    private record FileInPlace(String key, Path path, String etag, Instant modified)
            implements Fetched {

        @Override
        public void close() {
            if (!modified.equals(FolderBucket.modified(path))) {
                throw new Refusal(key + ": file was replaced while it was read; run again");
            }
        }
    }
}
