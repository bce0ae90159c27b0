package dev.glidepath.collect.s3;

import dev.glidepath.collect.export.Bucket.Item;

import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ChecksumMode;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// Brings one object, whole and as it was listed. The SDK repeats requests; a body that breaks off
/// on its way is ours to go on with, from where it broke off.
final class Download {

    static final int TRIES = 5;
    private static final int CHUNK = 1 << 16;

    private final S3Client s3;
    private final S3Bucket.Account account;
    private final Pause pause;

    Download(S3Client s3, S3Bucket.Account account, Pause pause) {
        this.s3 = s3;
        this.account = account;
        this.pause = pause;
    }

    /// @param file is there, and empty
    void bring(Item item, Path file) {
        try {
            requireSpace(item, file);
            append(item, file);
            for (int tried = 1; Files.size(file) != item.bytes(); tried++) {
                if (tried == TRIES) {
                    throw Refusals.brokenOff(account, item, Files.size(file));
                }
                pause.after(tried);
                append(item, file);
            }
        } catch (IOException e) {
            throw Refusals.notWritten(account, item, file, e);
        }
    }

    private void append(Item item, Path file) throws IOException {
        long have = Files.size(file);
        var body = get(item, have);
        try (var out = Files.newOutputStream(file, StandardOpenOption.APPEND)) {
            if (!goesOn(body.response(), item, have)) {
                truncate(file);
                return;
            }
            for (var next = next(body); next.length > 0; next = next(body)) {
                out.write(next);
            }
        } catch (SdkException e) {
            // What came does not fit its checksum: nothing of it is of use.
            truncate(file);
        } finally {
            close(body);
        }
    }

    private ResponseInputStream<GetObjectResponse> get(Item item, long have) {
        try {
            return s3.getObject(
                    GetObjectRequest.builder()
                            .bucket(account.bucket())
                            .expectedBucketOwner(account.owner())
                            .key(item.key())
                            .checksumMode(ChecksumMode.ENABLED)
                            .ifMatch('"' + item.listed().orElseThrow() + '"')
                            .range(have == 0 ? null : "bytes=" + have + "-")
                            .build());
        } catch (SdkException e) {
            throw Refusals.ofReading(account, item, e);
        }
    }

    /// Whether the answer is the rest of the object.
    private static boolean goesOn(GetObjectResponse answer, Item item, long have) {
        var range = answer.contentRange();
        boolean begins = have == 0 || (range != null && range.startsWith("bytes " + have + "-"));
        return begins && answer.contentLength() == item.bytes() - have;
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

    private static void truncate(Path file) throws IOException {
        FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)
                .close();
    }

    private void requireSpace(Item item, Path file) throws IOException {
        long free = Files.getFileStore(file).getUsableSpace();
        if (item.bytes() > free) {
            throw Refusals.noSpace(account, item, free);
        }
    }
}
