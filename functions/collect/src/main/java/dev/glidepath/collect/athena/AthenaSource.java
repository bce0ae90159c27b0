package dev.glidepath.collect.athena;

import dev.glidepath.collect.Refusal;
import dev.glidepath.collect.charges.ChargeSource;
import dev.glidepath.collect.charges.DirectSource;
import dev.glidepath.collect.charges.TableQuery;
import dev.glidepath.collect.export.Bucket;
import dev.glidepath.collect.export.Bucket.Item;
import dev.glidepath.collect.export.Delivery;
import dev.glidepath.collect.s3.S3Bucket;
import dev.glidepath.core.cost.Execution.FileRead;

import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.athena.AthenaClient;
import software.amazon.awssdk.services.glue.GlueClient;
import software.amazon.awssdk.services.s3.S3Client;

import java.time.InstantSource;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;

/// Asks Athena for the charges of what outgrows the function, and leaves the rest to it.
///
/// A run begins a query, or finds it running, or finds its end; it never waits. Files are listed
/// when the query begins and again when its result has been read, and a result counts only if they
/// are the same then.
public final class AthenaSource implements ChargeSource {

    private final DirectSource otherwise;
    private final long above;
    private final FileHeads heads;
    private final Asked asked;
    private final InstantSource clock;

    public record Clients(S3Client s3, AthenaClient athena, GlueClient glue) {}

    /// @param otherwise for what does not outgrow the function
    /// @param exports whose files are asked for
    public AthenaSource(
            DirectSource otherwise,
            Place place,
            S3Bucket.Account exports,
            Clients clients,
            InstantSource clock) {
        var s3 = clients.s3();
        var scratch = otherwise.scratch();
        var results =
                new S3Bucket(s3, new S3Bucket.Account(place.bucket(), place.owner()), scratch);
        this.otherwise = otherwise;
        this.above = place.above();
        this.heads = new FileHeads(new S3Ranges(s3, exports), scratch, otherwise.limits());
        this.clock = clock;
        this.asked =
                new Asked(
                        exports.bucket(),
                        new Questions(s3, place, new GlueTables(clients.glue(), place)),
                        new Workgroup(clients.athena(), place),
                        new Tickets(s3, place, results),
                        results);
    }

    @Override
    public Reading read(
            Bucket bucket, Delivery delivery, Set<String> labels, Consumer<FileRead> progress) {
        if (!outgrows(delivery)) {
            return otherwise.read(bucket, delivery, labels, progress);
        }
        try {
            var question = question(delivery, labels);
            return new Conversation(
                            question,
                            bucket,
                            asked,
                            (file, found) -> located(bucket, delivery, labels, file, found),
                            clock.instant())
                    .next();
        } catch (SdkException e) {
            throw AthenaRefusals.of(delivery.manifest(), e);
        }
    }

    /// A question that was asked long ago has its answer, or none.
    @Override
    public Set<YearMonth> underWay() {
        return asked.tickets().months(clock.instant().minus(Conversation.LONGEST.multipliedBy(3)));
    }

    /// Athena cannot read what is zipped.
    private boolean outgrows(Delivery delivery) {
        return delivery.billingPeriod().isPresent()
                && delivery.files().stream().mapToLong(Item::bytes).sum() > above
                && delivery.files().stream()
                        .noneMatch(f -> f.key().toLowerCase(Locale.ROOT).endsWith(".zip"));
    }

    /// The same check here, on that file alone, knows the row.
    private Refusal located(
            Bucket bucket, Delivery delivery, Set<String> labels, Item file, Refusal found) {
        var alone =
                new Delivery(
                        delivery.export(),
                        delivery.billingPeriod(),
                        delivery.version(),
                        delivery.manifest(),
                        List.of(file));
        try {
            otherwise.read(bucket, alone, labels, _ -> {});
            return found;
        } catch (Refusal exact) {
            return String.valueOf(exact.getMessage()).startsWith(file.key() + ": row ")
                    ? exact
                    : found;
        }
    }

    private Question question(Delivery delivery, Set<String> labels) {
        var shapes = delivery.files().stream().map(heads::shape).toList();
        shapes.forEach(shapes.getFirst()::requireSame);
        return Question.of(delivery, TableQuery.over(shapes.getFirst(), labels));
    }
}
