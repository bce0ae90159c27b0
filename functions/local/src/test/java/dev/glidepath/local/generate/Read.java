package dev.glidepath.local.generate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipInputStream;

/// Reads what was generated with DuckDB, independently of how it was written.
final class Read {

    /// CUR's amortized cost, by AWS's published rules.
    static final String AMORTIZED =
            """
            CASE line_item_line_item_type
              WHEN 'SavingsPlanCoveredUsage' THEN savings_plan_savings_plan_effective_cost
              WHEN 'SavingsPlanRecurringFee'
                THEN savings_plan_total_commitment_to_date - savings_plan_used_commitment
              WHEN 'SavingsPlanNegation' THEN 0
              WHEN 'SavingsPlanUpfrontFee' THEN 0
              WHEN 'DiscountedUsage' THEN reservation_effective_cost
              WHEN 'RIFee' THEN reservation_unused_amortized_upfront_fee_for_billing_period
                + reservation_unused_recurring_fee
              WHEN 'Fee' THEN CASE WHEN coalesce(reservation_reservation_a_r_n, '') <> '' THEN 0
                ELSE line_item_unblended_cost END
              ELSE line_item_unblended_cost
            END""";

    private Read() {}

    static JsonNode manifest(Delivery delivery) throws IOException {
        return new ObjectMapper().readTree(delivery.manifest().toFile());
    }

    static List<Path> files(Delivery delivery, Path out) throws IOException {
        var files = new ArrayList<Path>();
        for (var uri : manifest(delivery).get("dataFiles")) {
            files.add(out.resolve(uri.asText().substring("s3://".length())));
        }
        return files;
    }

    static List<Path> below(Path folder) throws IOException {
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(Files::isRegularFile).sorted().toList();
        }
    }

    static String parquet(List<Path> files) {
        return "read_parquet([%s])"
                .formatted(String.join(", ", files.stream().map(f -> "'" + f + "'").toList()));
    }

    /// Doubles as the shortest decimals that they stand for.
    static List<List<String>> rows(String sql) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:duckdb:");
                var statement = connection.createStatement()) {
            statement.execute("SET TimeZone = 'UTC'");
            var results = statement.executeQuery(sql);
            var rows = new ArrayList<List<String>>();
            int columns = results.getMetaData().getColumnCount();
            while (results.next()) {
                var row = new ArrayList<String>();
                for (int i = 1; i <= columns; i++) {
                    row.add(String.valueOf(results.getObject(i)));
                }
                rows.add(row);
            }
            return rows;
        }
    }

    static BigDecimal sum(List<List<String>> rows, int column) {
        return rows.stream()
                .map(row -> new BigDecimal(row.get(column)))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /// A day's billed and effective cost over all lines, tax and credits included.
    static NavigableMap<LocalDate, List<BigDecimal>> perDay(List<Truth.Line> lines) {
        var days = new TreeMap<LocalDate, List<BigDecimal>>();
        for (var line : lines) {
            days.merge(
                    line.day(),
                    List.of(plain(line.billed()), plain(line.effective())),
                    (a, b) ->
                            List.of(plain(a.get(0).add(b.get(0))), plain(a.get(1).add(b.get(1)))));
        }
        return days;
    }

    static BigDecimal plain(BigDecimal amount) {
        return amount.stripTrailingZeros();
    }

    static List<NamedCsvRecord> csv(List<Path> files) throws IOException {
        var rows = new ArrayList<NamedCsvRecord>();
        for (var file : files) {
            var text = text(file);
            var plain = text.startsWith("\uFEFF") ? text.substring(1) : text;
            try (var csv = CsvReader.builder().ofNamedCsvRecord(plain)) {
                rows.addAll(csv.stream().toList());
            }
        }
        return rows;
    }

    static String text(Path file) throws IOException {
        try (InputStream in = unpacked(file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static InputStream unpacked(Path file) throws IOException {
        var raw = Files.newInputStream(file);
        if (!file.toString().endsWith(".zip")) {
            return new GZIPInputStream(raw);
        }
        var zip = new ZipInputStream(raw);
        zip.getNextEntry();
        return zip;
    }

    static BigDecimal sum(List<NamedCsvRecord> rows, String column) {
        return rows.stream()
                .map(row -> new BigDecimal(row.getField(column)))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    static BigDecimal known(@Nullable BigDecimal amount) {
        return Objects.requireNonNull(amount);
    }
}
