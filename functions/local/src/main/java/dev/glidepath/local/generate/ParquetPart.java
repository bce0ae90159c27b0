package dev.glidepath.local.generate;

import static java.util.stream.Collectors.joining;

import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/// Parquet through DuckDB: one thread, so that the same rows are the same bytes.
final class ParquetPart implements PartFile, AutoCloseable {

    private final DuckDBConnection connection;

    ParquetPart() throws IOException {
        try {
            connection = DriverManager.getConnection("jdbc:duckdb:").unwrap(DuckDBConnection.class);
            run("SET threads = 1");
        } catch (SQLException e) {
            throw new IOException("DuckDB does not start: " + e.getMessage(), e);
        }
    }

    @Override
    public void write(Path file, List<Column> columns, Iterator<Row> rows, int most)
            throws IOException {
        try {
            var filled = columns.stream().filter(column -> column.value() != null).toList();
            run("CREATE OR REPLACE TABLE part (" + declared(filled) + ")");
            append(filled, rows, most);
            run(
                    "COPY (SELECT %s FROM part) TO '%s' (FORMAT parquet, COMPRESSION snappy)"
                            .formatted(selected(columns), file.toString().replace("'", "''")));
        } catch (SQLException e) {
            throw new IOException(file + " cannot be written: " + e.getMessage(), e);
        }
    }

    private void append(List<Column> columns, Iterator<Row> rows, int most) throws SQLException {
        try (DuckDBAppender appender = connection.createAppender("main", "part")) {
            for (int i = 0; i < most && rows.hasNext(); i++) {
                var row = rows.next();
                appender.beginRow();
                for (var column : columns) {
                    append(appender, column.of(row));
                }
                appender.endRow();
            }
        }
    }

    private static void append(DuckDBAppender appender, @Nullable Object value)
            throws SQLException {
        switch (value) {
            case null -> appender.appendNull();
            case String text -> appender.append(text);
            case BigDecimal number -> appender.append(number.doubleValue());
            case LocalDate day ->
                    appender.appendEpochMillis(
                            day.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli());
            case Map<?, ?> map -> appender.append(map);
            default -> throw new IllegalArgumentException("no type for " + value);
        }
    }

    private static String declared(List<Column> columns) {
        return columns.stream().map(c -> '"' + c.name() + "\" " + type(c)).collect(joining(", "));
    }

    private static String selected(List<Column> columns) {
        return columns.stream()
                .map(
                        c ->
                                c.value() == null
                                        ? "NULL::" + type(c) + " AS \"" + c.name() + '"'
                                        : '"' + c.name() + '"')
                .collect(joining(", "));
    }

    private static String type(Column column) {
        return switch (column.type()) {
            case STRING -> "VARCHAR";
            case DOUBLE -> "DOUBLE";
            case TIMESTAMP -> "TIMESTAMP_MS";
            case MAP -> "MAP(VARCHAR, VARCHAR)";
            case MAP_DOUBLE -> "MAP(VARCHAR, DOUBLE)";
        };
    }

    private void run(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws IOException {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IOException("DuckDB does not stop: " + e.getMessage(), e);
        }
    }
}
