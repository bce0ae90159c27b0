package dev.glidepath.parity;

import dev.glidepath.collect.Limits;
import dev.glidepath.collect.charges.ChargeReader;
import dev.glidepath.collect.charges.Charges;
import dev.glidepath.collect.charges.TableQuery;
import dev.glidepath.collect.charges.TableResult;
import dev.glidepath.collect.charges.TableResult.Answer;
import dev.glidepath.collect.charges.TableShape;
import dev.glidepath.collect.export.Delivery;
import dev.glidepath.collect.export.FolderBucket;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/// One delivery, read by both engines.
record Both(Trino trino, FolderBucket bucket, Set<String> labels) {

    Charges duckDb(Delivery delivery) {
        return new ChargeReader(bucket, folder(), Limits.STANDARD).read(delivery, labels, _ -> {});
    }

    Charges athena(Delivery delivery) {
        var shapes =
                delivery.files().stream()
                        .map(
                                item ->
                                        TableShape.of(
                                                item.key(),
                                                path(item.key()),
                                                folder(),
                                                Limits.STANDARD))
                        .toList();
        shapes.forEach(shapes.getFirst()::requireSame);
        var query = TableQuery.over(shapes.getFirst(), labels);
        var files = delivery.files().stream().map(item -> path(item.key())).toList();
        var answer =
                new TableResult(query, trino.run(query, files))
                        .answer(delivery, item -> trino.uri(path(item.key())), bucket::etag);
        return switch (answer) {
            case Answer.Sums(var charges) -> charges;
            case Answer.Unreadable(_, var refusal) -> throw refusal;
        };
    }

    void assertSame(Delivery delivery) {
        Dump.assertSame(athena(delivery), duckDb(delivery));
    }

    private Path path(String key) {
        return bucket.root().resolve(key);
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("parity-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
