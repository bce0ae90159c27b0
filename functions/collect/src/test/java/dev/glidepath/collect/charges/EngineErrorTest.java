package dev.glidepath.collect.charges;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.glidepath.collect.Refusal;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;

/// What DuckDB says of itself, made to say it.
class EngineErrorTest {

    private static final String LARGE =
            "SELECT count(*) FROM (SELECT i, i * 2 AS j FROM range(5000000) t(i) GROUP BY ALL)";

    @TempDir private Path folder;

    @Test
    void tooLittleMemoryIsOfNoFile() throws SQLException {
        assertThat(shortage("SET memory_limit = '20MB'", "SET temp_directory = ''", LARGE))
                .hasValueSatisfying(
                        refusal ->
                                assertThat(refusal)
                                        .hasMessageStartingWith(
                                                "summing the charges takes more memory than there is (Out of Memory")
                                        .hasMessageEndingWith("); give the function more")
                                        .hasMessageNotContaining("\n"));
    }

    @Test
    void tooLittleDiskIsOfNoFile() throws SQLException {
        var disk =
                shortage(
                        "SET memory_limit = '20MB'",
                        "SET temp_directory = '%s'".formatted(folder.resolve("spilled")),
                        "SET max_temp_directory_size = '1MB'",
                        LARGE);
        assertThat(disk)
                .hasValueSatisfying(
                        refusal ->
                                assertThat(refusal)
                                        .hasMessageStartingWith(
                                                "the disk for temporary files is full (")
                                        .hasMessageEndingWith(
                                                "); give the function more ephemeral storage")
                                        .hasMessageNotContaining("\n"));
    }

    @Test
    void aFileThatIsNotThereIsNoShortage() throws SQLException {
        assertThat(shortage("SELECT * FROM read_csv('%s/none.csv')".formatted(folder))).isEmpty();
    }

    private static Optional<Refusal> shortage(String... statements) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:duckdb:");
                var statement = connection.createStatement()) {
            for (int i = 0; i < statements.length - 1; i++) {
                statement.execute(statements[i]);
            }
            var last = statements[statements.length - 1];
            var error =
                    catchThrowableOfType(SQLException.class, () -> statement.executeQuery(last));
            return EngineError.shortage(error);
        }
    }
}
