package dev.glidepath.collect.advice;

import dev.glidepath.collect.Refusal;
import dev.glidepath.collect.export.Bucket;
import dev.glidepath.core.lever.Recommended.Group;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Sums the recommendations of a delivery by account, action and effort. Of several for one
/// resource, which exclude each other, the one that saves most counts. Columns are those of the
/// table COST_OPTIMIZATION_RECOMMENDATIONS.
///
/// Source: "Cost optimization recommendations columns", AWS Data Exports user guide.
record AdviceReader(Bucket bucket, Path scratch) {

    private static final String TABLE =
            """
            CREATE TABLE advice (account VARCHAR, action VARCHAR, effort VARCHAR, currency VARCHAR,
                resource VARCHAR, saving DECIMAL(38, 10))""";

    private static final String FAULTS =
            """
            SELECT count(*) FROM advice
            WHERE coalesce(account, '') = '' OR coalesce(action, '') = ''
                OR coalesce(currency, '') = '' OR saving IS NULL""";

    private static final String GROUPS =
            """
            SELECT account, action, coalesce(effort, ''), currency, count(*), sum(saving)
            FROM (
                SELECT *, row_number() OVER (
                    PARTITION BY account, resource ORDER BY saving DESC, action) AS choice
                FROM advice)
            WHERE choice = 1
            GROUP BY ALL ORDER BY ALL""";

    /// @throws Refusal when a file cannot be read whole
    List<Group> read(AdviceDelivery delivery) {
        try (var engine = DriverManager.getConnection("jdbc:duckdb:")) {
            run(engine, "SET autoinstall_known_extensions = false");
            run(engine, "SET autoload_known_extensions = false");
            run(engine, TABLE);
            for (var item : delivery.files(bucket)) {
                add(engine, item);
            }
            return groups(engine);
        } catch (SQLException e) {
            throw new IllegalStateException("cannot sum the recommendations: " + oneLine(e), e);
        }
    }

    private void add(Connection engine, Bucket.Item item) throws SQLException {
        var copy = copied(item);
        try {
            run(engine, rows(source(copy)));
        } catch (SQLException e) {
            throw new Refusal(
                    "%s: cannot be read as recommendations: %s"
                            .formatted(item.key(), oneLine(e).replace(copy.toString(), item.key())),
                    e);
        } finally {
            delete(copy);
        }
        requireWhole(engine, item);
    }

    private static String rows(String source) {
        return """
        INSERT INTO advice
        SELECT account_id::VARCHAR, action_type::VARCHAR, implementation_effort::VARCHAR,
            currency_code::VARCHAR,
            coalesce(nullif(resource_arn::VARCHAR, ''), recommendation_id::VARCHAR),
            coalesce(
                try_cast(estimated_monthly_savings_after_discount AS DECIMAL(38, 10)),
                try_cast(estimated_monthly_savings_before_discount AS DECIMAL(38, 10)))
        FROM %s"""
                .formatted(source);
    }

    private static void requireWhole(Connection engine, Bucket.Item item) throws SQLException {
        try (var statement = engine.createStatement();
                var rows = statement.executeQuery(FAULTS)) {
            rows.next();
            if (rows.getLong(1) > 0) {
                throw new Refusal(
                        "%s: %d rows have no account_id, action_type, currency_code or estimated_monthly_savings_before_discount that is a number; export these columns"
                                .formatted(item.key(), rows.getLong(1)));
            }
        }
    }

    private static List<Group> groups(Connection engine) throws SQLException {
        var groups = new ArrayList<Group>();
        try (var statement = engine.createStatement();
                var rows = statement.executeQuery(GROUPS)) {
            while (rows.next()) {
                groups.add(
                        new Group(
                                word(rows.getString(1)),
                                word(rows.getString(2)),
                                word(rows.getString(3)),
                                word(rows.getString(4)),
                                rows.getLong(5),
                                Optional.ofNullable(rows.getBigDecimal(6))
                                        .orElse(BigDecimal.ZERO)));
            }
        }
        return groups;
    }

    /// Groups are kept under keys with slashes between words.
    private static String word(String text) {
        var word = text.replaceAll("[/#\\p{Cntrl}]+", " ").strip();
        return word.length() > 60 ? word.substring(0, 60) : word;
    }

    /// Under a plain name: the engine would read a key's `*`, `[` and `a=b/` as patterns.
    private Path copied(Bucket.Item item) {
        try (var fetched = bucket.fetch(item)) {
            var copy = Files.createTempFile(scratch, "advice-", ".part");
            Files.copy(fetched.path(), copy, StandardCopyOption.REPLACE_EXISTING);
            return copy;
        } catch (IOException e) {
            throw new UncheckedIOException(item.key() + ": cannot be copied: " + e.getMessage(), e);
        }
    }

    /// Told apart by their first bytes, since keys lie.
    private static String source(Path file) {
        var path = "'" + file.toString().replace("'", "''") + "'";
        var head = head(file);
        if (head.startsWith("PAR1")) {
            return "read_parquet(" + path + ", hive_partitioning = false)";
        }
        var packed = head.startsWith("\u001f\u008b") ? "gzip" : "none";
        return """
        read_csv(%s, all_varchar = true, header = true, delim = ',', quote = '"', escape = '"',
            compression = '%s', hive_partitioning = false)"""
                .formatted(path, packed);
    }

    private static String head(Path file) {
        try (var in = Files.newInputStream(file)) {
            return new String(in.readNBytes(4), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(file + ": cannot be read: " + e.getMessage(), e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + file + ": " + e.getMessage(), e);
        }
    }

    private static void run(Connection engine, String sql) throws SQLException {
        try (var statement = engine.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String oneLine(SQLException e) {
        var text = Optional.ofNullable(e.getMessage()).orElse("").lines().findFirst().orElse("");
        return text.length() > 200 ? text.substring(0, 200) + "…" : text;
    }
}
