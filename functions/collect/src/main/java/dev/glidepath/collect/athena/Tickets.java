package dev.glidepath.collect.athena;

import dev.glidepath.collect.export.Bucket;
import dev.glidepath.collect.export.Bucket.Item;

import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// The tickets of all questions, one for each billing period of each export. Of two runs that want
/// to write one, one does.
final class Tickets {

    static final String FOLDER = "tickets/";

    private final S3Client s3;
    private final Place place;
    private final Bucket bucket;

    /// A ticket as it was read.
    record Held(Ticket ticket, String etag) {}

    Tickets(S3Client s3, Place place, Bucket bucket) {
        this.s3 = s3;
        this.place = place;
        this.bucket = bucket;
    }

    Optional<Held> find(String key) {
        return items(key.substring(0, key.lastIndexOf('/') + 1))
                .filter(item -> item.key().equals(key))
                .findFirst()
                .map(item -> new Held(Ticket.read(place.uri(key), bytes(item)), bucket.etag(item)));
    }

    /// @param before what it takes the place of
    /// @return empty when another run was faster
    Optional<Held> write(String key, Ticket ticket, Optional<Held> before) {
        var request =
                PutObjectRequest.builder()
                        .bucket(place.bucket())
                        .expectedBucketOwner(place.owner())
                        .key(key)
                        .contentType("application/json");
        before.ifPresentOrElse(
                held -> request.ifMatch('"' + held.etag() + '"'), () -> request.ifNoneMatch("*"));
        try {
            var etag =
                    s3.putObject(request.build(), RequestBody.fromBytes(ticket.written())).eTag();
            return Optional.of(new Held(ticket, etag.replace("\"", "")));
        } catch (S3Exception e) {
            if (e.statusCode() == 412 || e.statusCode() == 409) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /// The billing periods of which a ticket was written since.
    Set<YearMonth> months(Instant since) {
        var months = new TreeSet<YearMonth>();
        for (var folder : bucket.list(FOLDER).folders()) {
            if (items(folder).anyMatch(item -> item.modified().isAfter(since))) {
                months.add(YearMonth.parse(folder.substring(FOLDER.length(), folder.length() - 1)));
            }
        }
        return months;
    }

    private Stream<Item> items(String folder) {
        return bucket.list(folder).items().stream();
    }

    private byte[] bytes(Item item) {
        try (var fetched = bucket.fetch(item)) {
            return Files.readAllBytes(fetched.path());
        } catch (IOException e) {
            throw new UncheckedIOException(item.key() + ": " + e.getMessage(), e);
        }
    }
}
