package dev.glidepath.collect.export;

import dev.glidepath.collect.Refusal;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/// A folder laid out as a bucket is. Files are read where they lie.
public record FolderBucket(Path root) implements Bucket {

    @Override
    public List<Item> list(String prefix) {
        var start = root.resolve(prefix.substring(0, prefix.lastIndexOf('/') + 1));
        if (Files.isRegularFile(root.resolve(prefix))) {
            return List.of(item(root.resolve(prefix)));
        }
        try (Stream<Path> paths = Files.walk(start)) {
            return paths.filter(Files::isRegularFile)
                    .map(this::item)
                    .filter(item -> item.key().startsWith(prefix))
                    .sorted(Comparator.comparing(Item::key))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + root + ": " + e.getMessage(), e);
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

    private Item item(Path path) {
        var key = root.relativize(path).toString().replace('\\', '/');
        try {
            return new Item(key, Files.size(path), modified(path));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + path + ": " + e.getMessage(), e);
        }
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

    private static String sha256(String key, Path path) {
        try (var in =
                new DigestInputStream(
                        Files.newInputStream(path), MessageDigest.getInstance("SHA-256"))) {
            in.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(in.getMessageDigest().digest());
        } catch (NoSuchFileException e) {
            throw new Refusal(key + ": file is missing; wait for the delivery to finish", e);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + path + ": " + e.getMessage(), e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
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
