package dev.glidepath.collect.charges;

import dev.glidepath.collect.Refusal;
import dev.glidepath.core.cost.Dimensions;

import org.duckdb.DuckDBPreparedStatement;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/// One embedded DuckDB, for one delivery: parts go in, groups come out.
final class ChargeEngine implements AutoCloseable {

    private static final long LARGE = 16 << 20;

    /// Of two texts. What AWS and people write has none.
    private static final String SEPARATOR = "\u001f";

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

    /// As [PartColumns#of].
    Columns columns(PartFile part) {
        return new PartColumns(connection).of(part);
    }

    /// Adds the charges of parts with the same columns to the groups: one statement for all of them
    /// costs half of one for each.
    ///
    /// @return how many rows each has
    /// @throws Refusal when one of them cannot be read; then nothing of the engine is of use
    List<Long> add(List<PartFile> parts, Columns columns, Format format, Gathered gathered) {
        int width = columns.all().size();
        var source = Parts.source(parts, width);
        var plain = new FileGroups(columns, format, labels, SEPARATOR);
        try {
            optimize(parts);
            long before = gathered.rows();
            var statement =
                    sum(Parts.bytes(parts) < LARGE ? plain : thrifty(plain, parts), parts, source);
            long odd = count("SELECT coalesce(sum(odd), 0) FROM sums");
            read(gathered);
            if (odd > 0) {
                run("CREATE TEMP TABLE sums AS " + statement.odd(source));
                read(gathered);
            }
            return parts.size() == 1 ? List.of(gathered.rows() - before) : rows(parts);
        } catch (SQLException e) {
            throw refusal(parts, plain, width, e);
        }
    }

    /// Makes the table `sums`.
    ///
    /// @return the statement that could, since texts may hold any separator but one that is made up
    private FileGroups sum(FileGroups statement, List<PartFile> parts, String source)
            throws SQLException {
        run("CREATE TEMP TABLE sums AS " + statement.sql(source));
        if (count("SELECT count(*) FROM sums WHERE faulty OR suspect") > 0) {
            refuseFaulty(parts, statement);
            if (count("SELECT count(*) FROM sums WHERE faulty") > 0) {
                throw new IllegalStateException("a row cannot be read, and is not found again");
            }
        }
        if (count("SELECT count(*) FROM sums WHERE torn") == 0) {
            return statement;
        }
        run("DROP TABLE sums");
        return sum(statement.separatedBy(UUID.randomUUID().toString()), parts, source);
    }

    /// The statement, which looks nothing up in a large file's maps that none of them has: tags may
    /// be spelled in many ways, and are in one. Statistics tell most of it; else all keys are read.
    private FileGroups thrifty(FileGroups plain, List<PartFile> parts) throws SQLException {
        var keys = new MapKeys(connection, Parts.paths(parts));
        var bounded = plain.on(withKeys(plain, keys::bounds));
        return bounded.lookups() <= labels.size() + 2
                ? bounded
                : plain.on(withKeys(plain, keys::all));
    }

    private interface KeysOf {
        Column in(Column map) throws SQLException;
    }

    private static Columns withKeys(FileGroups statement, KeysOf keys) throws SQLException {
        var known = new ArrayList<Column>();
        for (var column : statement.columns().all()) {
            known.add(statement.looksInto(column) ? keys.in(column) : column);
        }
        return new Columns(statement.columns().file(), known);
    }

    /// Chunks end early where the engine fails, and do not say so. A table cannot fail.
    private void read(Gathered gathered) throws SQLException {
        try (var select =
                        connection
                                .prepareStatement("SELECT * FROM sums")
                                .unwrap(DuckDBPreparedStatement.class);
                var result = select.query()) {
            long groups = reader.read(result, gathered::add);
            if (groups != count("SELECT count(*) FROM sums")) {
                throw new IllegalStateException("DuckDB gave only " + groups + " groups");
            }
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
                                .formatted(statement.sql(Parts.source(List.of(part), columns))));
            } catch (SQLException e) {
                return EngineError.unreadable(part, e);
            }
        }
        return EngineError.unreadable(parts.getFirst(), all);
    }

    private void refuseFaulty(List<PartFile> parts, FileGroups statement) throws SQLException {
        var finder = new FirstFault(connection, statement.columns().all().size());
        for (var part : parts) {
            var found = finder.in(part, statement.projection());
            if (found.isPresent()) {
                throw found.get();
            }
        }
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
        run(
                "SET disabled_optimizers = "
                        + Sql.literal(Parts.bytes(parts) < LARGE ? needless() : ""));
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
