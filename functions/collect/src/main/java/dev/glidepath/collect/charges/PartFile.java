package dev.glidepath.collect.charges;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecordHandler;

import dev.glidepath.collect.Limit;
import dev.glidepath.collect.Limits;
import dev.glidepath.collect.Refusal;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.zip.ZipException;

/// One file of a delivery, ready for the engine: Parquet as it is, CSV unpacked. Told apart by
/// their first bytes, since keys lie. Lies under a plain name, because the engine would read a
/// key's `*`, `[` and `a=b/` as patterns and partitions.
///
/// @param name the key, for messages
record PartFile(String name, Path path, boolean parquet, Limits limits) implements AutoCloseable {

    private static final byte[] PARQUET = "PAR1".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] GZIP = {0x1f, (byte) 0x8b};
    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] EMPTY_ZIP = {'P', 'K', 5, 6};
    private static final byte[] LITTLE = {(byte) 0xff, (byte) 0xfe};
    private static final byte[] BIG = {(byte) 0xfe, (byte) 0xff};
    private static final byte[] WIDEST = {0, 0, (byte) 0xfe, (byte) 0xff};
    private static final int LENGTHS = 4;
    private static final String AGAIN = "; deliver or copy the file again";

    /// @param folder for temporary files; each part has one of its own in it
    static PartFile open(String name, Path file, Path folder, Limits limits) {
        try {
            var scratch = Files.createTempDirectory(folder, "part-");
            var head = head(file);
            if (head.length == 0) {
                throw new Refusal(name + ": file is empty" + AGAIN);
            }
            if (startsWith(head, PARQUET)) {
                requireFooter(name, file, limits);
                var link = link(file, scratch.resolve("part.parquet"));
                return new PartFile(name, link, true, limits);
            }
            return new PartFile(
                    name,
                    csv(head, new Unpacking(name, file, limits), scratch.resolve("part.csv")),
                    false,
                    limits);
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
    ///
    /// @throws Refusal when there is no end of them
    List<String> header() {
        int longest = Math.toIntExact(limits.most(Limit.ROW));
        int most = Math.toIntExact(limits.most(Limit.COLUMNS));
        var handler =
                CsvRecordHandler.builder()
                        .maxFields(most)
                        .maxFieldSize(longest)
                        .maxRecordSize(longest)
                        .build();
        try (var rows =
                CsvReader.builder()
                        .detectBomHeader(true)
                        .maxBufferSize(longest)
                        .build(handler, path)) {
            var first = rows.iterator();
            var names = first.hasNext() ? first.next().getFields() : List.<String>of();
            if (isWide(head(path)) || names.stream().anyMatch(n -> n.indexOf('\0') >= 0)) {
                throw new Refusal(
                        name
                                + ": row 1: is text in UTF-16, or no text at all; export it as CSV in"
                                + " UTF-8, or as Parquet");
            }
            return names;
        } catch (CsvParseException e) {
            throw new Refusal(
                    "%s: row 1: no header: it has more than %d columns (limit \"columns\") or %d characters (limit \"row\")"
                                    .formatted(name, most, longest)
                            + AGAIN,
                    e);
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

    private static Path csv(byte[] head, Unpacking unpacking, Path csv) throws IOException {
        if (startsWith(head, GZIP)) {
            unpacking.gzip(csv);
        } else if (startsWith(head, ZIP) || startsWith(head, EMPTY_ZIP)) {
            unpacking.zip(csv);
        } else {
            link(unpacking.packed(), csv);
        }
        return csv;
    }

    private static Path link(Path file, Path link) throws IOException {
        return Files.createSymbolicLink(link, file.toAbsolutePath());
    }

    /// What the engine would take for granted: the magic at the end, and a length that fits.
    private static void requireFooter(String name, Path file, Limits limits) throws IOException {
        var tail = ByteBuffer.allocate(LENGTHS + PARQUET.length).order(ByteOrder.LITTLE_ENDIAN);
        long size = Files.size(file);
        if (size >= 12) {
            try (var channel = Files.newByteChannel(file)) {
                channel.position(size - tail.capacity()).read(tail);
            }
        }
        if (!Arrays.equals(Arrays.copyOfRange(tail.array(), LENGTHS, tail.capacity()), PARQUET)) {
            throw new Refusal(name + ": Parquet file is cut off: it has no footer" + AGAIN);
        }
        long footer = Integer.toUnsignedLong(tail.getInt(0));
        if (footer > size - 12) {
            throw new Refusal(name + ": Parquet file is damaged: its footer does not fit" + AGAIN);
        }
        limits.require(Limit.FOOTER, footer, name + ": has a footer of " + footer + " bytes");
    }

    /// Whether a text begins with the mark of UTF-16 or UTF-32.
    private static boolean isWide(byte[] head) {
        return startsWith(head, LITTLE) || startsWith(head, BIG) || startsWith(head, WIDEST);
    }

    private static byte[] head(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return in.readNBytes(4);
        }
    }

    private static boolean startsWith(byte[] bytes, byte[] prefix) {
        return bytes.length >= prefix.length
                && Arrays.equals(Arrays.copyOf(bytes, prefix.length), prefix);
    }
}
