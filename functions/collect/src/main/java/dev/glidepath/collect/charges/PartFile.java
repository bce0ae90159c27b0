package dev.glidepath.collect.charges;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;

import dev.glidepath.collect.Refusal;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/// One file of a delivery, ready for the engine: Parquet as it is, CSV unpacked. Told apart by
/// their first bytes, since keys lie. Lies under a plain name, because the engine would read a
/// key's `*`, `[` and `a=b/` as patterns and partitions.
///
/// @param name the key, for messages
record PartFile(String name, Path path, boolean parquet) implements AutoCloseable {

    private static final byte[] PARQUET = "PAR1".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] EMPTY_ZIP = {'P', 'K', 5, 6};
    private static final String AGAIN = "; deliver or copy the file again";

    /// @param folder for temporary files; each part has one of its own in it
    static PartFile open(String name, Path file, Path folder) {
        try {
            var scratch = Files.createTempDirectory(folder, "part-");
            var head = head(file);
            if (head.length == 0) {
                throw new Refusal(name + ": file is empty" + AGAIN);
            }
            if (startsWith(head, PARQUET)) {
                requireFooter(name, file);
                return linked(name, file, scratch.resolve("part.parquet"), true);
            }
            if (startsWith(head, new byte[] {0x1f, (byte) 0x8b})) {
                return unpacked(name, new GZIPInputStream(buffered(file), 1 << 16), scratch);
            }
            return startsWith(head, ZIP) || startsWith(head, EMPTY_ZIP)
                    ? unpacked(name, onlyEntry(name, file), scratch)
                    : linked(name, file, scratch.resolve("part.csv"), false);
        } catch (EOFException | ZipException e) {
            throw new Refusal(name + ": compressed file is cut off or damaged" + AGAIN, e);
        } catch (IOException e) {
            throw new Refusal(
                    "%s: cannot be read or unpacked into %s (%s); make room there, and collect again"
                            .formatted(name, folder, e.getMessage()),
                    e);
        }
    }

    long bytes() {
        try {
            return Files.size(path);
        } catch (IOException e) {
            throw new UncheckedIOException(name + ": cannot be read: " + e.getMessage(), e);
        }
    }

    /// The names in the first row of a CSV.
    List<String> header() {
        try (var rows = CsvReader.builder().detectBomHeader(true).ofCsvRecord(path)) {
            var first = rows.iterator();
            return first.hasNext() ? first.next().getFields() : List.of();
        } catch (CsvParseException e) {
            throw new Refusal(
                    name + ": row 1: its first name never ends, so it is not a CSV" + AGAIN, e);
        } catch (IOException e) {
            throw new UncheckedIOException(name + ": cannot be read: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(path);
            Files.deleteIfExists(Objects.requireNonNull(path.getParent()));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + path + ": " + e.getMessage(), e);
        }
    }

    private static PartFile unpacked(String name, InputStream packed, Path scratch)
            throws IOException {
        var csv = scratch.resolve("part.csv");
        try (packed) {
            Files.copy(packed, csv);
        }
        return new PartFile(name, csv, false);
    }

    private static PartFile linked(String name, Path file, Path link, boolean parquet)
            throws IOException {
        return new PartFile(name, Files.createSymbolicLink(link, file.toAbsolutePath()), parquet);
    }

    private static ZipInputStream onlyEntry(String name, Path file) throws IOException {
        var entries = new ArrayList<String>();
        try (var zip = new ZipInputStream(buffered(file))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.add(entry.getName());
            }
        }
        if (entries.size() != 1) {
            throw new Refusal(
                    "%s: zip holds %d files instead of one CSV; unpack it and name the file"
                            .formatted(name, entries.size()));
        }
        var zip = new ZipInputStream(buffered(file));
        zip.getNextEntry();
        return zip;
    }

    private static void requireFooter(String name, Path file) throws IOException {
        try (var channel = Files.newByteChannel(file)) {
            var tail = java.nio.ByteBuffer.allocate(PARQUET.length);
            if (channel.size() >= 12) {
                channel.position(channel.size() - PARQUET.length).read(tail);
            }
            if (!Arrays.equals(tail.array(), PARQUET)) {
                throw new Refusal(name + ": Parquet file is cut off: it has no footer" + AGAIN);
            }
        }
    }

    private static byte[] head(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return in.readNBytes(4);
        }
    }

    private static InputStream buffered(Path file) throws IOException {
        return new BufferedInputStream(Files.newInputStream(file), 1 << 16);
    }

    private static boolean startsWith(byte[] bytes, byte[] prefix) {
        return bytes.length >= prefix.length
                && Arrays.equals(Arrays.copyOf(bytes, prefix.length), prefix);
    }
}
