package dev.glidepath.local.host;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// The files below a folder as objects of a bucket, whose keys begin with a prefix.
final class FolderObjects {

    private final Path folder;
    private final String prefix;
    private final Map<Entry, String> etags = new ConcurrentHashMap<>();

    record Entry(String key, Path path, long bytes, Instant modified) {}

    /// @param prefix with a slash at the end
    FolderObjects(Path folder, String prefix) {
        this.folder = folder.toAbsolutePath().normalize();
        this.prefix = prefix;
    }

    /// All, in key order.
    List<Entry> all() {
        try (var paths = Files.walk(folder)) {
            return paths.filter(Files::isRegularFile)
                    .map(this::entry)
                    .sorted(Comparator.comparing(Entry::key))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// What is not below the folder is no object of it.
    Optional<Entry> of(String key) {
        if (!key.startsWith(prefix)) {
            return Optional.empty();
        }
        var path = folder.resolve(key.substring(prefix.length())).normalize();
        return path.startsWith(folder) && Files.isRegularFile(path)
                ? Optional.of(entry(path))
                : Optional.empty();
    }

    /// The content's, with its quotes: a copy of the folder has the same.
    String etag(Entry entry) {
        return etags.computeIfAbsent(entry, e -> "\"" + sha256(e.path()) + "\"");
    }

    private Entry entry(Path path) {
        try {
            return new Entry(
                    prefix + folder.relativize(path).toString().replace('\\', '/'),
                    path,
                    Files.size(path),
                    Files.getLastModifiedTime(path).toInstant());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String sha256(Path path) {
        try (var in =
                new DigestInputStream(
                        Files.newInputStream(path), MessageDigest.getInstance("SHA-256"))) {
            in.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(in.getMessageDigest().digest());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
