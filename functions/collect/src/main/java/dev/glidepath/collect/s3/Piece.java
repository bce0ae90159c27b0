package dev.glidepath.collect.s3;

import dev.glidepath.collect.export.Bucket.Item;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ChecksumMode;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/// The bytes of an object from one place to another, and how many of them are here.
final class Piece {

    private static final int CHUNK = 1 << 16;

    private final S3Client s3;
    private final S3Bucket.Account account;
    private final Item item;
    private final long from;
    private final long end;
    private long at;

    Piece(S3Client s3, S3Bucket.Account account, Item item, long from, long end) {
        this.s3 = s3;
        this.account = account;
        this.item = item;
        this.from = from;
        this.end = end;
        this.at = from;
    }

    Item item() {
        return item;
    }

    /// Where in the object the next byte is that is not here.
    long at() {
        return at;
    }

    /// Asks for what is missing.
    ///
    /// @return whether all is here now
    /// @throws IOException when it cannot be written
    boolean tried(FileChannel file) throws IOException {
        var body = get();
        try {
            if (!goesOn(body.response())) {
                at = from;
                return false;
            }
            for (var next = next(body); next.length > 0; next = next(body)) {
                write(next, file);
            }
            return at == end;
        } catch (SdkException e) {
            // What came does not fit its checksum: nothing of it is of use.
            at = from;
            return false;
        } finally {
            close(body);
        }
    }

    private ResponseInputStream<GetObjectResponse> get() {
        try {
            return s3.getObject(
                    GetObjectRequest.builder()
                            .bucket(account.bucket())
                            .expectedBucketOwner(account.owner())
                            .key(item.key())
                            .checksumMode(ChecksumMode.ENABLED)
                            .ifMatch('"' + item.listed().orElseThrow() + '"')
                            .range(range())
                            .build());
        } catch (SdkException e) {
            throw Refusals.ofReading(account, item, e);
        }
    }

    private @Nullable String range() {
        if (at == 0 && end == item.bytes()) {
            return null;
        }
        return "bytes=" + at + "-" + (end == item.bytes() ? "" : end - 1);
    }

    /// Whether the answer is what was asked for.
    private boolean goesOn(GetObjectResponse answer) {
        var range = answer.contentRange();
        boolean begins = at == 0 || (range != null && range.startsWith("bytes " + at + "-"));
        return begins && answer.contentLength() == end - at;
    }

    private void write(byte[] bytes, FileChannel file) throws IOException {
        var left = ByteBuffer.wrap(bytes);
        while (left.hasRemaining()) {
            at += file.write(left, at);
        }
    }

    /// Nothing at the end, and where it breaks off: the length tells which.
    private static byte[] next(InputStream body) {
        try {
            return body.readNBytes(CHUNK);
        } catch (IOException _) {
            return new byte[0];
        }
    }

    private static void close(InputStream body) {
        try {
            body.close();
        } catch (IOException _) {
            // It broke off.
        }
    }
}
