package dev.glidepath.collect.athena;

import dev.glidepath.collect.Limits;
import dev.glidepath.collect.Refusal;
import dev.glidepath.collect.charges.TableShape;
import dev.glidepath.collect.export.Bucket.Item;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.GZIPInputStream;

/// Finds which columns a file has without bringing it: of Parquet its footer, at its place in a
/// file that is empty otherwise; of a CSV its first lines.
final class FileHeads {

    private static final int PIECE = 1 << 16;
    private static final int LARGEST_FOOTER = 1 << 26;
    private static final String AGAIN = "; deliver or copy the file again";

    private final Ranges ranges;
    private final Path scratch;
    private final Limits limits;

    /// Reads a part of an object as it was listed.
    @FunctionalInterface
    interface Ranges {
        /// @param from the first byte
        /// @param to the one after the last
        byte[] read(Item item, long from, long to);
    }

    FileHeads(Ranges ranges, Path scratch, Limits limits) {
        this.ranges = ranges;
        this.scratch = scratch;
        this.limits = limits;
    }

    TableShape shape(Item item) {
        try {
            var folder = Files.createTempDirectory(scratch, "head-");
            var head = folder.resolve("head");
            try {
                write(item, head);
                return TableShape.of(item.key(), head, folder, limits);
            } finally {
                Files.deleteIfExists(head);
                Files.deleteIfExists(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write to " + scratch + ": " + e.getMessage(), e);
        }
    }

    private void write(Item item, Path head) throws IOException {
        if (item.bytes() == 0) {
            throw new Refusal(item.key() + ": file is empty" + AGAIN);
        }
        var first = ranges.read(item, 0, Math.min(PIECE, item.bytes()));
        if (startsWith(first, 'P', 'A', 'R', '1')) {
            writeFooter(item, first, head);
        } else {
            Files.write(head, lines(item, first));
        }
    }

    private void writeFooter(Item item, byte[] first, Path head) throws IOException {
        long from = Math.max(0, item.bytes() - PIECE);
        var tail = ranges.read(item, from, item.bytes());
        long footer = footer(item, tail);
        if (footer > tail.length) {
            from = item.bytes() - footer;
            tail = ranges.read(item, from, item.bytes());
        }
        try (var file =
                FileChannel.open(head, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            file.write(ByteBuffer.wrap(first, 0, 4), 0);
            file.write(ByteBuffer.wrap(tail), from);
        }
    }

    /// How long it is, with its length and the letters at the end.
    private static long footer(Item item, byte[] tail) {
        int end = tail.length;
        if (end < 12 || tail[end - 1] != '1' || tail[end - 4] != 'P') {
            throw new Refusal(item.key() + ": Parquet file is cut off: it has no footer" + AGAIN);
        }
        long length =
                Integer.toUnsignedLong(
                                ByteBuffer.wrap(tail, end - 8, 4)
                                        .order(ByteOrder.LITTLE_ENDIAN)
                                        .getInt())
                        + 8;
        if (length > Math.min(item.bytes() - 4, LARGEST_FOOTER)) {
            throw new Refusal(item.key() + ": Parquet file has a damaged footer" + AGAIN);
        }
        return length;
    }

    private static byte[] lines(Item item, byte[] first) throws IOException {
        var text = startsWith(first, 0x1f, 0x8b) ? inflated(first) : first;
        int end = text.length;
        while (end > 0 && text[end - 1] != '\n') {
            end--;
        }
        if (end == 0 && !startsWith(first, 'P', 'K')) {
            throw new Refusal(
                    item.key() + ": its first line never ends, so it is not a CSV" + AGAIN);
        }
        return text;
    }

    /// As far as the piece goes.
    private static byte[] inflated(byte[] piece) throws IOException {
        var text = new ByteArrayOutputStream();
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(piece))) {
            int next;
            while (text.size() < PIECE && (next = in.read()) >= 0) {
                text.write(next);
            }
        } catch (EOFException _) {
            // The piece ends here, and the file does not.
        }
        return text.toByteArray();
    }

    private static boolean startsWith(byte[] bytes, int... prefix) {
        for (int i = 0; i < prefix.length; i++) {
            if (bytes.length <= i || bytes[i] != (byte) prefix[i]) {
                return false;
            }
        }
        return true;
    }
}
