package dev.glidepath.collect.charges;

import com.sun.management.OperatingSystemMXBean;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// An embedded DuckDB that reaches nothing of this machine but what it is given: no other file,
/// also not through a link, no address, no extension, and no setting that would change that.
final class LockedDuckDb {

    private static final long JAVA_ITSELF = 200;
    private static final long LEAST_MEMORY = 256;
    private static final long MOST_MEMORY = 1024;

    private LockedDuckDb() {}

    /// What the first [#open] of a process takes longer than those after it.
    static boolean load() {
        try (var connection = DriverManager.getConnection("jdbc:duckdb:")) {
            return connection.isValid(0);
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /// @param scratch where it reads and writes, and may spill
    /// @param readable files and folders that it may read besides
    static Connection open(Path scratch, List<Path> readable) {
        try {
            var connection = DriverManager.getConnection("jdbc:duckdb:");
            for (var setting : settings(scratch, readable)) {
                run(connection, setting);
            }
            return connection;
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private static IllegalStateException failed(SQLException e) {
        return new IllegalStateException("cannot start DuckDB: " + EngineError.oneLine(e), e);
    }

    private static List<String> settings(Path scratch, List<Path> readable) {
        var folders =
                Stream.concat(Stream.of(scratch), readable.stream()).filter(Files::isDirectory);
        return List.of(
                "SET TimeZone = 'UTC'",
                "SET temp_directory = " + Sql.literal(scratch.toString()),
                "SET memory_limit = '" + memory() + "MB'",
                "SET preserve_insertion_order = false",
                Dialect.DUCKDB.macros(),
                "SET allowed_directories = " + list(folders),
                "SET allowed_paths = " + list(readable.stream().filter(Files::isRegularFile)),
                "SET enable_external_access = false",
                "SET allowed_configs = ['disabled_optimizers']",
                "SET lock_configuration = true");
    }

    private static String list(Stream<Path> paths) {
        return paths.map(path -> Sql.literal(path.toAbsolutePath().toString()))
                .collect(Collectors.joining(", ", "[", "]"));
    }

    /// How much of Parquet one statement may sum: what is much more than its memory takes longer
    /// than several statements, or fails.
    static long bytesAtOnce() {
        return memory() << 20;
    }

    /// Half of what this machine, or the function, has beside what Java needs for itself; what is
    /// more goes to the disk. How large Java's heap may become says nothing: Lambda lets it have
    /// nearly all, and it takes what the groups take, which come after the rows.
    ///
    /// @param all in MB, as the result is
    static long memory(long all) {
        return Math.clamp((all - JAVA_ITSELF) / 2, LEAST_MEMORY, MOST_MEMORY);
    }

    private static long memory() {
        var system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        return memory(system.getTotalMemorySize() >> 20);
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
