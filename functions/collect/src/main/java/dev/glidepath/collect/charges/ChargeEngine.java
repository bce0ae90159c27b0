package dev.glidepath.collect.charges;

import dev.glidepath.collect.Limit;
import dev.glidepath.collect.Refusal;
import dev.glidepath.collect.charges.Charges.Period;
import dev.glidepath.collect.charges.Format.Projection;
import dev.glidepath.core.cost.Dimensions;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// One embedded DuckDB, for one delivery: parts go in, groups come out.
final class ChargeEngine implements AutoCloseable {

    private final Connection connection;
    private final Set<String> labels;

    /// @param scratch where it may spill
    ChargeEngine(Path scratch, Set<String> labels) {
        this.labels = new TreeSet<>(labels);
        this.labels.add(Dimensions.OWN);
        try {
            connection = DriverManager.getConnection("jdbc:duckdb:");
            run("SET TimeZone = 'UTC'");
            run("SET temp_directory = " + Sql.literal(scratch.toString()));
            run("SET preserve_insertion_order = false");
            run("SET autoinstall_known_extensions = false");
            run("SET autoload_known_extensions = false");
            run("SET disabled_optimizers = " + Sql.literal(needless()));
            run(Dialect.DUCKDB.macros());
            run(Groups.table(this.labels));
        } catch (SQLException e) {
            throw new IllegalStateException("cannot start DuckDB: " + EngineError.oneLine(e), e);
        }
    }

    /// The columns of a part, in its own order.
    Columns columns(PartFile part) {
        if (!part.parquet()) {
            return csvColumns(part);
        }
        var columns = new ArrayList<Column>();
        var schema =
                "SELECT name, coalesce(num_children, 0) FROM parquet_schema(%s)"
                        .formatted(Sql.literal(part.path().toString()));
        try (var statement = connection.createStatement();
                var elements = statement.executeQuery(schema)) {
            var names = names(part, elements);
            try (var rows = statement.executeQuery("DESCRIBE SELECT * FROM " + source(part, 0))) {
                while (rows.next()) {
                    columns.add(
                            new Column(
                                    names.get(columns.size()),
                                    Column.quoted(rows.getString(1)),
                                    rows.getString(2)));
                }
            }
        } catch (SQLException e) {
            throw EngineError.unreadable(part, e);
        }
        return new Columns(part.name(), columns);
    }

    /// Adds a part's charges to the groups.
    ///
    /// @return how many rows it has
    /// @throws Refusal when one of them cannot be read; then nothing of the engine is of use
    long add(PartFile part, Columns columns, Format format) {
        var projection = format.project(columns, labels);
        var source = source(part, columns.all().size());
        try {
            long before = count("SELECT coalesce(sum(row_count), 0) FROM charges");
            run(Groups.insert(projection, source, labels));
            if (count("SELECT coalesce(sum(faulty), 0) FROM charges") > 0) {
                throw fault(part, projection, source);
            }
            return count("SELECT coalesce(sum(row_count), 0) FROM charges") - before;
        } catch (SQLException e) {
            throw EngineError.unreadable(part, e);
        }
    }

    /// All groups by billing period.
    ///
    /// @param period of all rows; empty when each row says its own
    Map<YearMonth, Period> periods(Optional<YearMonth> period) {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(Groups.merged(labels))) {
            return new GroupRows(rows, List.copyOf(labels)).periods(period);
        } catch (SQLException e) {
            throw new IllegalStateException("cannot sum the charges: " + EngineError.oneLine(e), e);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException("cannot close DuckDB: " + EngineError.oneLine(e), e);
        }
    }

    private Columns csvColumns(PartFile part) {
        var columns = new ArrayList<Column>();
        for (var name : part.header()) {
            columns.add(new Column(name, "c" + columns.size(), "VARCHAR"));
        }
        return new Columns(part.name(), columns);
    }

    /// Columns of a CSV go by their position, because names may be anything, even twice the same.
    private static String source(PartFile part, int columns) {
        var path = Sql.literal(part.path().toString());
        if (part.parquet()) {
            return "read_parquet(" + path + ", hive_partitioning = false)";
        }
        var types = new ArrayList<String>();
        for (int i = 0; i < columns; i++) {
            types.add("'c" + i + "': 'VARCHAR'");
        }
        return """
        read_csv(%s, columns = {%s}, auto_detect = false, header = true, delim = ',', quote = '"',
            escape = '"', strict_mode = true, null_padding = false, hive_partitioning = false,
            max_line_size = %d)"""
                .formatted(path, String.join(", ", types), part.limits().most(Limit.ROW));
    }

    /// Names as the file has them: DESCRIBE renames the second of two alike.
    private static List<String> names(PartFile part, ResultSet schema) throws SQLException {
        var names = new ArrayList<String>();
        schema.next();
        long children = schema.getLong(2);
        part.limits()
                .require(Limit.COLUMNS, children, part.name() + ": has " + children + " columns");
        for (long i = 0; i < children; i++) {
            schema.next();
            names.add(schema.getString(1));
            skip(schema, schema.getLong(2));
        }
        return names;
    }

    /// What lies within a column, however deep.
    private static void skip(ResultSet schema, long children) throws SQLException {
        for (long left = children; left > 0; left--) {
            schema.next();
            left += schema.getLong(2);
        }
    }

    private Refusal fault(PartFile part, Projection projection, String source) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(Groups.firstFault(projection, source))) {
            row.next();
            var fault = projection.faults().get(row.getInt(2));
            // A spreadsheet's row of a CSV: the header is row 1.
            long number = row.getLong(1) + (part.parquet() ? 0 : 1);
            return new Refusal(
                    "%s: row %d: column %s: %s"
                            .formatted(
                                    part.name(),
                                    number,
                                    fault.column().name(),
                                    fault.problem().replace("%s", shown(row))));
        }
    }

    private static String shown(ResultSet row) throws SQLException {
        var value = Optional.ofNullable(row.getString(3)).orElse("");
        return value.length() > 60 ? value.substring(0, 60) + "…" : value;
    }

    private void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private long count(String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /// The statement is a scan and a sum of some thousand expressions: what more than one optimizer
    /// makes of these takes longer than a small file's rows. Reading only the columns that are
    /// asked for is what counts.
    private String needless() throws SQLException {
        try (var statement = connection.createStatement();
                var names =
                        statement.executeQuery(
                                """
                                SELECT string_agg(name, ',') FROM duckdb_optimizers()
                                WHERE name NOT IN ('unused_columns', 'column_lifetime')
                                """)) {
            names.next();
            return names.getString(1);
        }
    }
}
