package dev.glidepath.store;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/// Text that is stored under its own hash, in chunks that each fit an item. The chunks are cut
/// before they are compressed: their number follows from the content alone, and each fits even
/// where nothing compresses.
final class Content {

    /// DynamoDB takes 400 KB an item, keys and names included.
    static final int CHUNK_BYTES = 350 * 1024;

    /// @param hash SHA-256 of the text
    record Address(String hash, int chunks) {}

    private final byte[] bytes;
    private final Address address;

    private Content(byte[] bytes) {
        this.bytes = bytes;
        this.address =
                new Address(hash(bytes), Math.max(1, Math.ceilDiv(bytes.length, CHUNK_BYTES)));
    }

    static Content of(String text) {
        return new Content(text.getBytes(StandardCharsets.UTF_8));
    }

    /// The content of the compressed chunks, in order.
    ///
    /// @throws IllegalStateException if it is not what the address names
    static Content of(List<byte[]> compressed, Address address, String where) {
        var joined = new ByteArrayOutputStream();
        compressed.forEach(chunk -> joined.writeBytes(unzipped(chunk, where)));
        var content = new Content(joined.toByteArray());
        if (!content.address.equals(address)) {
            throw damaged(where);
        }
        return content;
    }

    static IllegalStateException damaged(String where) {
        return new IllegalStateException(
                where
                        + ": what is stored does not match its hash; restore the table to a time"
                        + " before, or collect the billing period into a new one");
    }

    String text() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    Address address() {
        return address;
    }

    List<byte[]> compressed() {
        return IntStream.range(0, address.chunks()).mapToObj(this::chunk).toList();
    }

    private byte[] chunk(int index) {
        int from = index * CHUNK_BYTES;
        var zipped = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(zipped)) {
            gzip.write(bytes, from, Math.min(CHUNK_BYTES, bytes.length - from));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return zipped.toByteArray();
    }

    private static byte[] unzipped(byte[] chunk, String where) {
        try (var gzip = new GZIPInputStream(new ByteArrayInputStream(chunk))) {
            return gzip.readAllBytes();
        } catch (IOException e) {
            throw damaged(where);
        }
    }

    private static String hash(byte[] bytes) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }
}
