package dev.glidepath.collect.athena;

import dev.glidepath.collect.export.Bucket.Item;

import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

import java.util.stream.Collectors;

/// Makes what a question needs to be asked: the list of its files, and a table of them.
final class Questions {

    private final S3Client s3;
    private final Place place;
    private final GlueTables tables;

    Questions(S3Client s3, Place place, GlueTables tables) {
        this.s3 = s3;
        this.place = place;
        this.tables = tables;
    }

    /// @param exports the bucket that the files are in
    void prepare(Question question, String exports) {
        var files =
                question.delivery().files().stream()
                        .map(file -> uri(exports, file))
                        .collect(Collectors.joining("\n", "", "\n"));
        s3.putObject(
                r ->
                        r.bucket(place.bucket())
                                .expectedBucketOwner(place.owner())
                                .key(question.links() + "files")
                                .contentType("text/plain"),
                RequestBody.fromString(files));
        tables.put(question.table(), TableDefinition.of(question.query()), question.links());
    }

    /// As Athena calls it.
    static String uri(String exports, Item file) {
        return "s3://" + exports + "/" + file.key();
    }
}
