package dev.glidepath.collect.charges;

import dev.glidepath.collect.Limit;
import dev.glidepath.collect.Refusal;
import dev.glidepath.collect.charges.Format.Projection;
import dev.glidepath.core.cost.Dimensions;

import org.duckdb.DuckDBPreparedStatement;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// One embedded DuckDB, for one delivery: parts go in, groups come out.
final class ChargeEngine implements AutoCloseable {

    private static final long LARGE = 16 << 20;
    private static final int MOST_KEYS = 1_000;

    private final Connection connection;
    private final Set<String> labels;
    private final GroupChunks reader;

    /// @param scratch where it may spill
    /// @param readable where its parts may lie, besides
    ChargeEngine(Path scratch, Set<String> labels, List<Path> readable) {
        this.labels = new TreeSet<>(labels);
        this.labels.add(Dimensions.OWN);
        this.reader = new GroupChunks(List.copyOf(this.labels));
        this.connection = LockedDuckDb.open(scratch, readable);
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
            try (var rows =
                    statement.executeQuery("DESCRIBE SELECT * FROM " + source(List.of(part), 0))) {
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

    /// Adds the charges of parts with the same columns to the groups: one statement for all of them
    /// costs half of one for each.
    ///
    /// @return how many rows each has
    /// @throws Refusal when one of them cannot be read; then nothing of the engine is of use
    List<Long> add(List<PartFile> parts, Columns columns, Format format, Gathered gathered) {
        var projection = format.project(columns, labels);
        var statement = new FileGroups(columns, projection, labels);
        int width = columns.all().size();
        try {
            optimize(parts);
            run("CREATE TEMP TABLE sums AS " + thrifty(statement, parts, columns, format));
            long before = gathered.rows();
            if (read(gathered) > 0) {
                throw fault(parts, projection, width);
            }
            return parts.size() == 1 ? List.of(gathered.rows() - before) : rows(parts);
        } catch (SQLException e) {
            throw refusal(parts, statement, width, e);
        }
    }

    /// The statement, which looks nothing up in a large file's maps that none of them has: tags may
    /// be spelled in many ways, and are in one.
    private String thrifty(FileGroups plain, List<PartFile> parts, Columns columns, Format format)
            throws SQLException {
        var source = source(parts, columns.all().size());
        var sql = plain.sql(source);
        if (bytes(parts) < LARGE) {
            return sql;
        }
        var known = new ArrayList<Column>();
        for (var column : columns.all()) {
            boolean looked = column.type() == Column.Type.MAP && sql.contains(column.sql());
            known.add(looked ? withKeys(column, source) : column);
        }
        var looked = new Columns(columns.file(), known);
        return new FileGroups(looked, format.project(looked, labels), labels).sql(source);
    }

    private Column withKeys(Column map, String source) throws SQLException {
        var keys = new HashSet<String>();
        var all =
                "SELECT DISTINCT key FROM (SELECT unnest(map_keys(%s)) AS key FROM %s) WHERE length(key) <= %d LIMIT %d"
                        .formatted(map.sql(), source, Column.LONGEST_KEY, MOST_KEYS + 1);
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(all)) {
            while (rows.next()) {
                keys.add(rows.getString(1));
            }
        }
        return keys.size() > MOST_KEYS ? map : map.withKeys(keys);
    }

    /// Chunks end early where the engine fails, and do not say so. A table cannot fail.
    ///
    /// @return how many of the export's rows cannot be read
    private long read(Gathered gathered) throws SQLException {
        try (var select =
                        connection
                                .prepareStatement("SELECT * FROM sums")
                                .unwrap(DuckDBPreparedStatement.class);
                var result = select.query()) {
            var found = reader.read(result, gathered::add);
            if (found.rows() != count("SELECT count(*) FROM sums")) {
                throw new IllegalStateException("DuckDB gave only " + found.rows() + " groups");
            }
            return found.faulty();
        } finally {
            run("DROP TABLE sums");
        }
    }

    /// As their footers say.
    private List<Long> rows(List<PartFile> parts) throws SQLException {
        var rows = new ArrayList<Long>();
        for (var part : parts) {
            rows.add(
                    count(
                            "SELECT num_rows FROM parquet_file_metadata(%s)"
                                    .formatted(Sql.literal(part.path().toString()))));
        }
        return rows;
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
    private static String source(List<PartFile> parts, int columns) {
        var paths =
                parts.stream()
                        .map(part -> Sql.literal(part.path().toString()))
                        .collect(Collectors.joining(", ", "[", "]"));
        if (parts.getFirst().parquet()) {
            return "read_parquet(" + paths + ", hive_partitioning = false)";
        }
        var types = new ArrayList<String>();
        for (int i = 0; i < columns; i++) {
            types.add("'c" + i + "': 'VARCHAR'");
        }
        return """
        read_csv(%s, columns = {%s}, auto_detect = false, header = true, delim = ',', quote = '"',
            escape = '"', strict_mode = true, null_padding = false, hive_partitioning = false,
            max_line_size = %d)"""
                .formatted(
                        paths, String.join(", ", types), parts.getFirst().limits().most(Limit.ROW));
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

    /// Of which part: each of them alone tells.
    private Refusal refusal(
            List<PartFile> parts, FileGroups statement, int columns, SQLException all) {
        var shortage = EngineError.shortage(all);
        if (shortage.isPresent() || parts.size() == 1) {
            return shortage.orElseGet(() -> EngineError.unreadable(parts.getFirst(), all));
        }
        for (var part : parts) {
            try {
                count(
                        "SELECT count(*) FROM (%s)"
                                .formatted(statement.sql(source(List.of(part), columns))));
            } catch (SQLException e) {
                return EngineError.unreadable(part, e);
            }
        }
        return EngineError.unreadable(parts.getFirst(), all);
    }

    private Refusal fault(List<PartFile> parts, Projection projection, int columns)
            throws SQLException {
        for (var part : parts) {
            var found = fault(part, projection, source(List.of(part), columns));
            if (found.isPresent()) {
                return found.get();
            }
        }
        throw new IllegalStateException("a row cannot be read, and is not found again");
    }

    private Optional<Refusal> fault(PartFile part, Projection projection, String source)
            throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(Groups.firstFault(projection, source))) {
            if (!row.next()) {
                return Optional.empty();
            }
            var fault = projection.faults().get(row.getInt(2));
            // A spreadsheet's row of a CSV: the header is row 1.
            long number = row.getLong(1) + (part.parquet() ? 0 : 1);
            return Optional.of(
                    new Refusal(
                            "%s: row %d: column %s: %s"
                                    .formatted(
                                            part.name(),
                                            number,
                                            fault.column().name(),
                                            fault.problem().replace("%s", shown(row)))));
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

    /// The statement is a scan and a sum of some thousand expressions: what most optimizers make of
    /// these takes longer than a small file's rows, and much less than a large one's. Reading only
    /// the columns that are asked for is what counts for both.
    private void optimize(List<PartFile> parts) throws SQLException {
        run("SET disabled_optimizers = " + Sql.literal(bytes(parts) < LARGE ? needless() : ""));
    }

    private static long bytes(List<PartFile> parts) {
        return parts.stream().mapToLong(PartFile::bytes).sum();
    }

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
