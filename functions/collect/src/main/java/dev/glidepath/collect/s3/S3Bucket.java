package dev.glidepath.collect.s3;

import dev.glidepath.collect.export.Bucket;
import dev.glidepath.store.Pause;

import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CommonPrefix;
import software.amazon.awssdk.services.s3.model.EncodingType;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.S3Object;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// A bucket in S3, maybe of another account and in another region. An object is read as it was
/// listed, or not at all: its etag pins it.
public final class S3Bucket implements Bucket {

    private static final long PIECE_BYTES = 16 << 20;

    private final S3Client s3;
    private final Account account;
    private final Download download;
    private final Path scratch;

    /// @param owner the account that must own the bucket: a deleted bucket's name is free for
    ///   anybody to take
    public record Account(String bucket, String owner) {

        String uri(String key) {
            return "s3://" + bucket + "/" + key;
        }
    }

    /// @param scratch a folder for temporary files, which must exist
    public S3Bucket(S3Client s3, Account account, Path scratch) {
        this(s3, account, scratch, Pause::sleep, PIECE_BYTES);
    }

    S3Bucket(S3Client s3, Account account, Path scratch, Pause pause, long pieceBytes) {
        this.s3 = s3;
        this.account = account;
        this.scratch = scratch;
        this.download = new Download(s3, account, pause, pieceBytes);
    }

    @Override
    public Folder list(String folder) {
        try {
            var pages =
                    s3
                            .listObjectsV2Paginator(
                                    r ->
                                            r.bucket(account.bucket())
                                                    .expectedBucketOwner(account.owner())
                                                    .prefix(folder)
                                                    .delimiter("/")
                                                    .encodingType(EncodingType.URL))
                            .stream()
                            .toList();
            return new Folder(folders(pages), items(pages));
        } catch (SdkException e) {
            throw Refusals.ofListing(account, folder, e);
        }
    }

    @Override
    public String etag(Item item) {
        return item.listed().orElseThrow();
    }

    @Override
    public Fetched fetch(Item item) {
        var file = newFile();
        boolean done = false;
        try {
            download.bring(item, file);
            done = true;
            return new Copy(file, etag(item));
        } finally {
            if (!done) {
                delete(file);
            }
        }
    }

    private static List<String> folders(List<ListObjectsV2Response> pages) {
        return pages.stream()
                .flatMap(page -> page.commonPrefixes().stream())
                .map(CommonPrefix::prefix)
                .sorted()
                .toList();
    }

    /// A key that ends with `/` is how the console makes an empty folder.
    private static List<Item> items(List<ListObjectsV2Response> pages) {
        return pages.stream()
                .flatMap(page -> page.contents().stream())
                .filter(object -> !object.key().endsWith("/"))
                .map(S3Bucket::item)
                .sorted(Comparator.comparing(Item::key))
                .toList();
    }

    private static Item item(S3Object object) {
        return new Item(
                object.key(),
                object.size(),
                object.lastModified(),
                Optional.of(object.eTag().replace("\"", "")));
    }

    /// Its name has nothing of the key, which may be `../../etc/passwd`.
    private Path newFile() {
        try {
            return Files.createTempFile(scratch, "part-", "");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write to " + scratch + ": " + e.getMessage(), e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + file + ": " + e.getMessage(), e);
        }
    }

    private record Copy(Path path, String etag) implements Fetched {
        @Override
        public void close() {
            delete(path);
        }
    }
}
