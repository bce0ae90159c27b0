package dev.glidepath.collect.charges;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// One bill of three rows in every container that exports come in.
final class SmallFiles {

    static final String CSV = Bill.FOCUS + Bill.row("1.5", "1.25").repeat(3);

    private static final String ROWS =
            """
            SELECT 1.5::DOUBLE AS "BilledCost", 1.25::DOUBLE AS "EffectiveCost",
              'USD' AS "BillingCurrency", TIMESTAMP '2026-05-01' AS "BillingPeriodStart",
              TIMESTAMP '2026-05-03' AS "ChargePeriodStart",
              TIMESTAMP '2026-05-04' AS "ChargePeriodEnd", 'Usage' AS "ChargeCategory",
              'AWS' AS "ProviderName", 'Amazon S3' AS "ServiceName",
              MAP {'team': 'a' || i} AS "Tags"
            FROM range(3) r(i)""";

    private SmallFiles() {}

    /// In each compression and encoding that the engine can write.
    static List<byte[]> parquet() throws IOException {
        var files = new ArrayList<byte[]>();
        for (var options :
                List.of(
                        "COMPRESSION snappy",
                        "COMPRESSION gzip",
                        "COMPRESSION zstd",
                        "COMPRESSION uncompressed, PARQUET_VERSION V2")) {
            files.add(parquet(ROWS, options));
        }
        return files;
    }

    static byte[] parquet(String query, String options) throws IOException {
        var file = Files.createTempFile("small", ".parquet");
        try (var duck = DriverManager.getConnection("jdbc:duckdb:");
                var statement = duck.createStatement()) {
            statement.execute(
                    "COPY (%s) TO '%s' (FORMAT parquet, %s)".formatted(query, file, options));
            return Files.readAllBytes(file);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } finally {
            Files.delete(file);
        }
    }

    static List<byte[]> packed() throws IOException {
        var gzip = gzip(CSV);
        var zip = zip("bill.csv");
        return List.of(
                gzip,
                joined(gzip(Bill.FOCUS), gzip(Bill.row("1", "1"))),
                joined(gzip, new byte[512]),
                joined(gzip, "not a member".getBytes(UTF_8)),
                joined(gzip, Arrays.copyOf(gzip, 5)),
                zip,
                joined(zip, zip),
                zip("../../etc/passwd"),
                zip("a.csv", "b.csv"),
                stored());
    }

    static byte[] joined(byte[] first, byte[] second) {
        var both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    static byte[] gzip(String text) {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static byte[] zip(String... names) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var name : names) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(CSV.getBytes(UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] stored() throws IOException {
        var content = CSV.getBytes(UTF_8);
        var crc = new CRC32();
        crc.update(content);
        var entry = new ZipEntry("bill.csv");
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(content.length);
        entry.setCrc(crc.getValue());
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(entry);
            zip.write(content);
        }
        return bytes.toByteArray();
    }
}
