package dev.glidepath.collect.charges;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;

class MapKeysTest {

    @TempDir Path folder;

    @Test
    void aMapOfMoreKeysThanAreLookedAtMayHaveAny() throws SQLException {
        assertThat(keys(1_000).mayHave("k999")).isTrue();
        assertThat(keys(1_000).mayHave("none")).isFalse();
        assertThat(keys(1_001).mayHave("none")).isTrue();
    }

    private Column keys(int count) throws SQLException {
        var file = folder.resolve(count + ".parquet");
        try (var engine = DriverManager.getConnection("jdbc:duckdb:");
                var statement = engine.createStatement()) {
            statement.execute(
                    "COPY (SELECT MAP {'k' || i: 'v'} AS tags FROM range(%d) t(i)) TO '%s' (FORMAT parquet)"
                            .formatted(count, file));
            return new MapKeys(engine, "['" + file + "']")
                    .all(new Column("tags", "tags", "MAP(VARCHAR, VARCHAR)"));
        }
    }
}
