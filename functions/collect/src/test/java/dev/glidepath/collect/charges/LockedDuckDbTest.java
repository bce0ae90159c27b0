package dev.glidepath.collect.charges;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;

/// What the engine may not, whatever a statement says; and what names make of a statement.
class LockedDuckDbTest {

    @TempDir Path folder;
    private Path scratch;
    private Path secret;
    private Path given;
    private Connection duck;

    @BeforeEach
    void lock() throws IOException {
        scratch = Files.createDirectory(folder.resolve("scratch"));
        secret = Files.writeString(folder.resolve("secret.csv"), "secret");
        given = Files.writeString(folder.resolve("given.csv"), "given");
        duck = LockedDuckDb.open(scratch, List.of(given));
    }

    @AfterEach
    void close() throws SQLException {
        duck.close();
    }

    @Test
    void readsWhatItIsGivenAndItsScratchFolder() throws Exception {
        Files.writeString(scratch.resolve("own.csv"), "own");
        Files.createSymbolicLink(scratch.resolve("link.csv"), given);

        assertThat(text(given)).isEqualTo("given");
        assertThat(text(scratch.resolve("own.csv"))).isEqualTo("own");
        assertThat(text(scratch.resolve("link.csv"))).isEqualTo("given");
        run(
                "COPY (SELECT 'written') TO '"
                        + scratch.resolve("out.csv")
                        + "' (FORMAT csv, HEADER false)");
        assertThat(scratch.resolve("out.csv")).hasContent("written");
    }

    @Test
    void readsAndWritesNothingElse() throws IOException {
        Files.createSymbolicLink(scratch.resolve("link.csv"), secret);
        for (var path :
                List.of(
                        secret,
                        scratch.resolve("link.csv"),
                        scratch.resolve("../secret.csv"),
                        Path.of("/etc/passwd"),
                        Path.of("/proc/self/environ"))) {
            assertThatThrownBy(() -> text(path)).as("%s", path).hasMessageContaining("disabled");
        }
        refused("SELECT * FROM glob('" + folder + "/*')");
        refused("SELECT * FROM read_csv('https://localhost:1/x.csv')");
        refused("COPY (SELECT 1) TO '" + folder.resolve("out.csv") + "'");
        refused("COPY (SELECT 1) TO '" + given + "x'");
        refused("ATTACH '" + folder.resolve("other.db") + "'");
        assertThat(folder.resolve("out.csv")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "INSTALL httpfs",
                "LOAD httpfs",
                "LOAD '/tmp/x.duckdb_extension'",
                "SET enable_external_access = true",
                "SET allowed_directories = ['/']",
                "SET allowed_paths = ['/etc/passwd']",
                "SET allowed_configs = ['temp_directory']",
                "SET lock_configuration = false",
                "SET temp_directory = '/'",
                "RESET enable_external_access",
                "PRAGMA memory_limit='1TB'"
            })
    void loadsNoExtensionAndUnlocksNothing(String sql) {
        refused(sql);
    }

    @Test
    void leavesTheOptimizersToTheEngine() throws SQLException {
        run("SET disabled_optimizers = 'join_order'");
    }

    /// Names of files, columns and tags are part of statements: as texts, and never more.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "x') UNION ALL SELECT * FROM read_text('/etc/passwd') --",
                "\"; COPY (SELECT 1) TO 'stolen.csv'; --",
                "' || (SELECT content FROM read_text('/etc/passwd')) || '",
                "/etc/passwd",
                "{*,**}[a-z]?",
                "c0",
                "a'',b",
                "present(c1)",
                "\\'; LOAD httpfs; --",
                "%1$s %n {}"
            })
    void namesAreTextsAndNothingElse(String name) throws IOException {
        var bill = new Bill(Files.createDirectory(folder.resolve("bills")));
        var csv =
                Bill.FOCUS.strip()
                        + ",%s\n".formatted(quoted(name))
                        + Bill.row("1", "1").replace("Amazon S3", quoted(name)).strip()
                        + ",x\n";
        var file = name.replaceAll("[/\\\\]", "_") + ".csv";

        var read = bill.bytes(file, csv.getBytes(UTF_8), "tag:" + name, "cost_category:" + name);

        assertThat(read.periods().values())
                .singleElement()
                .satisfies(
                        period ->
                                assertThat(period.groups())
                                        .singleElement()
                                        .extracting(group -> group.dimensions().service().name())
                                        .isEqualTo(name));
        try (Stream<Path> paths = Files.walk(folder)) {
            assertThat(paths.filter(path -> path.endsWith("stolen.csv"))).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x\"\" FROM read_text('/etc/passwd') --",
                "'); LOAD httpfs; --",
                "{*}[a-z]?",
                "a.b"
            })
    void columnsOfParquetAreNamesAndNothingElse(String name) {
        var read =
                new Bill(folder)
                        .parquet(
                                """
                                SELECT 1.0::DOUBLE AS "BilledCost", 1.0::DOUBLE AS "EffectiveCost",
                                  'USD' AS "BillingCurrency",
                                  TIMESTAMP '2026-05-03' AS "ChargePeriodStart",
                                  TIMESTAMP '2026-05-04' AS "ChargePeriodEnd",
                                  'Usage' AS "ChargeCategory", 'x' AS "%s",
                                  'y' AS "resourceTags/user:%s"
                                """
                                        .formatted(name, name),
                                "tag:" + name.replace("\"\"", "\""));

        assertThat(Bill.totals(read).rows()).isEqualTo(1);
    }

    /// Lambda lets Java's heap have 85 % of a function: DuckDB's share may not be what is left.
    @ParameterizedTest
    @CsvSource({"128, 256", "768, 284", "1024, 412", "3008, 1024", "10240, 1024"})
    void hasHalfOfWhatIsThereBesideJava(long machine, long engine) {
        assertThat(LockedDuckDb.memory(machine)).isEqualTo(engine);
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    private String text(Path path) throws SQLException {
        try (var statement = duck.createStatement();
                var rows =
                        statement.executeQuery("SELECT content FROM read_text('" + path + "')")) {
            rows.next();
            return rows.getString(1);
        }
    }

    private void refused(String sql) {
        assertThatThrownBy(() -> run(sql))
                .as(sql)
                .isInstanceOf(SQLException.class)
                .message()
                .containsAnyOf("disabled", "locked", "Permission");
    }

    private void run(String sql) throws SQLException {
        try (var statement = duck.createStatement()) {
            statement.execute(sql);
        }
    }
}
