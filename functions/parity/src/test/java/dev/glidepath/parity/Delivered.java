package dev.glidepath.parity;

import dev.glidepath.collect.export.Deliveries;
import dev.glidepath.collect.export.Delivery;
import dev.glidepath.collect.export.FolderBucket;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;

/// Hand-made exports, below a root of their own each.
record Delivered(Path root) {

    private static final String PERIOD = "BILLING_PERIOD=2026-05";

    static Delivered below(Path root) {
        return new Delivered(root.resolve("delivered-" + UUID.randomUUID()));
    }

    FolderBucket bucket() {
        return new FolderBucket(root);
    }

    /// @param select in DuckDB's SQL
    Delivery parquet(String select) {
        var file = file("hand-00001.snappy.parquet");
        try (var connection = DriverManager.getConnection("jdbc:duckdb:");
                var statement = connection.createStatement()) {
            statement.execute("SET TimeZone = 'UTC'");
            statement.execute(
                    "COPY (%s) TO '%s' (FORMAT parquet, ROW_GROUP_SIZE 2048)"
                            .formatted(select, file));
        } catch (SQLException e) {
            throw new IllegalArgumentException(e);
        }
        return delivery(file);
    }

    Delivery csv(String text) {
        var file = file("hand-00001.csv.gz");
        try (var out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return delivery(file);
    }

    private Path file(String name) {
        try {
            return Files.createDirectories(root.resolve("hand/data/" + PERIOD)).resolve(name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Delivery delivery(Path file) {
        try {
            var metadata = Files.createDirectories(root.resolve("hand/metadata/" + PERIOD));
            Files.writeString(
                    metadata.resolve("hand-Manifest.json"),
                    "{\"executionId\": \"1\", \"dataFiles\": [\"s3://b/%s\"]}"
                            .formatted(root.relativize(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Deliveries(bucket()).newest("").getFirst();
    }
}
