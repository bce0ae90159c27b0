package dev.glidepath.collect.charges;

import dev.glidepath.collect.Limits;
import dev.glidepath.collect.export.Deliveries;
import dev.glidepath.collect.export.Delivery;
import dev.glidepath.collect.export.FolderBucket;
import dev.glidepath.core.cost.Execution.Totals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// A small bill written by a test, and its reading.
record Bill(Path folder, Limits limits) {

    Bill(Path folder) {
        this(folder, Limits.STANDARD);
    }

    static final String FOCUS =
            "BilledCost,EffectiveCost,BillingCurrency,BillingPeriodStart,ChargePeriodStart,"
                    + "ChargePeriodEnd,ChargeCategory,ProviderName,ServiceName,SubAccountId,Tags\n";

    static final String DAY = "2026-05-01T00:00:00Z,2026-05-03T00:00:00Z,2026-05-04T00:00:00Z";

    /// A row of [#FOCUS] on 3 May.
    static String row(String billed, String effective) {
        return billed + "," + effective + ",USD," + DAY + ",Usage,AWS,Amazon S3,000123456789,{}\n";
    }

    /// A query for [#parquet], of one charge.
    static String query(String billed, String start) {
        return """
        SELECT %s AS "BilledCost", 1.0::DOUBLE AS "EffectiveCost", 'USD' AS "BillingCurrency",
          %s AS "ChargePeriodStart", TIMESTAMP '2026-05-04' AS "ChargePeriodEnd",
          'Usage' AS "ChargeCategory"
        """
                .formatted(billed, start);
    }

    Charges csv(String text, String... labels) {
        return bytes("bill.csv", text.getBytes(StandardCharsets.UTF_8), labels);
    }

    Charges bytes(String name, byte[] content, String... labels) {
        write(name, content);
        return read(name, labels);
    }

    /// A Parquet file of what a query of DuckDB gives.
    Charges parquet(String query, String... labels) {
        var file = folder.resolve("bill.parquet");
        try (var duck = DriverManager.getConnection("jdbc:duckdb:");
                var statement = duck.createStatement()) {
            statement.execute("COPY (" + query + ") TO '" + file + "' (FORMAT parquet)");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return read("bill.parquet", labels);
    }

    Charges read(String name, String... labels) {
        var bucket = new FolderBucket(folder);
        return new ChargeReader(bucket, scratch(), limits)
                .read(new Deliveries(bucket).ofFile(name), new TreeSet<>(Set.of(labels)), _ -> {});
    }

    /// A delivery of several files.
    Charges delivery(String... texts) {
        for (int i = 0; i < texts.length; i++) {
            write("part-" + i + ".csv", texts[i].getBytes(StandardCharsets.UTF_8));
        }
        var bucket = new FolderBucket(folder);
        var files =
                bucket.list("").items().stream()
                        .filter(item -> item.key().startsWith("part-"))
                        .toList();
        var delivery =
                new Delivery(
                        "bill",
                        Optional.of(YearMonth.of(2026, 5)),
                        new Delivery.Version("e", Instant.EPOCH),
                        "bill-Manifest.json",
                        files);
        return new ChargeReader(bucket, scratch(), limits).read(delivery, Set.of(), _ -> {});
    }

    static Totals totals(Charges charges) {
        return charges.periods().values().stream()
                .flatMap(p -> p.totals().values().stream())
                .reduce(Totals::plus)
                .orElseThrow();
    }

    private void write(String name, byte[] content) {
        try {
            Files.write(folder.resolve(name), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path scratch() {
        try {
            return Files.createDirectories(folder.resolve("scratch"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
