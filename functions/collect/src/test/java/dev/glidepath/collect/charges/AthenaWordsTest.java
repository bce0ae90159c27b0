package dev.glidepath.collect.charges;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/// What Athena is asked about times, on functions that do here what Athena's do, in a session whose
/// zone is not UTC.
class AthenaWordsTest {

    private static final String[] SESSION = {
        "SET TimeZone = 'Pacific/Auckland'",
        "CREATE MACRO regexp_like(t, pattern) AS regexp_matches(t, pattern)",
        "CREATE MACRO from_iso8601_timestamp(t) AS CAST(t AS TIMESTAMPTZ)",
        "CREATE MACRO at_timezone(t, zone) AS t AT TIME ZONE zone",
        "CREATE MACRO date_add(part, count, day) AS day + CAST(count AS INTEGER)"
    };

    private Connection engine;

    @BeforeEach
    void open() throws SQLException {
        engine = DriverManager.getConnection("jdbc:duckdb:");
        for (var statement : SESSION) {
            try (var run = engine.createStatement()) {
                run.execute(statement);
            }
        }
    }

    @AfterEach
    void close() throws SQLException {
        engine.close();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-05-03, 2026-05-03 00:00:00",
        "2026-05-03 01:02:03, 2026-05-03 01:02:03",
        "2026-05-03T01:02:03, 2026-05-03 01:02:03",
        "2026-05-03T23:59:59Z, 2026-05-03 23:59:59",
        "2026-05-03 01:30:00+02:00, 2026-05-02 23:30:00",
        "2026-05-03T00:00:00.5Z, 2026-05-03 00:00:00.5",
        "2026-05-03T00:00:00.123000Z, 2026-05-03 00:00:00.123",
        "2026-05-03T00:00:00.123456Z,",
        "infinity,",
        "NULL,"
    })
    void aTimeIsOneOfUtc(String text, String utc) throws SQLException {
        assertThat(answer("utc('" + text + "')")).isEqualTo(utc);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-05-04 00:00:00, 2026-05-03",
        "2026-05-04 00:00:00.001, 2026-05-04",
        "2026-05-04 23:00:00, 2026-05-04"
    })
    void aPeriodThatEndsAtMidnightEndsWithTheDayBefore(String end, String day) throws SQLException {
        assertThat(answer("last_day(TIMESTAMP '" + end + "')")).isEqualTo(day);
        assertThat(answer("day_after(last_day(TIMESTAMP '2026-05-31 00:00:00'))"))
                .isEqualTo("2026-05-31");
    }

    private String answer(String words) throws SQLException {
        var sql = Macros.of(Dialect.ATHENA).spelledOut(words);
        try (var statement = engine.createStatement();
                var rows = statement.executeQuery("SELECT CAST(" + sql + " AS VARCHAR)")) {
            rows.next();
            return rows.getString(1);
        }
    }
}
