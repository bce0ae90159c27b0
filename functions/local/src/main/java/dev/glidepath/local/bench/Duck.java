package dev.glidepath.local.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// A DuckDB of the benchmark's own.
final class Duck implements AutoCloseable {

    private final Connection connection;

    /// @param scratch where it may spill
    Duck(Path scratch) {
        try {
            connection = DriverManager.getConnection("jdbc:duckdb:");
        } catch (SQLException e) {
            throw new IllegalStateException("DuckDB does not start: " + e.getMessage(), e);
        }
        run("SET TimeZone = 'UTC'");
        run("SET preserve_insertion_order = false");
        run("SET temp_directory = " + literal(scratch));
    }

    /// The engine's own: its driver says 1 whatever it is.
    static String version() {
        try (var connection = DriverManager.getConnection("jdbc:duckdb:")) {
            return connection.getMetaData().getDatabaseProductVersion();
        } catch (SQLException e) {
            throw new IllegalStateException("DuckDB does not start: " + e.getMessage(), e);
        }
    }

    static String literal(Path path) {
        return "'" + path.toString().replace("'", "''") + "'";
    }

    static String literals(List<Path> paths) {
        return paths.stream().map(Duck::literal).toList().toString();
    }

    void run(String sql) {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException("DuckDB: " + e.getMessage(), e);
        }
    }

    List<List<String>> rows(String sql) {
        try (var statement = connection.createStatement();
                var found = statement.executeQuery(sql)) {
            var rows = new ArrayList<List<String>>();
            while (found.next()) {
                var row = new ArrayList<String>();
                for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
                    row.add(String.valueOf(found.getString(i)));
                }
                rows.add(row);
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException("DuckDB: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException("DuckDB does not stop: " + e.getMessage(), e);
        }
    }
}
