package dev.glidepath.collect.charges;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// The engines' SQL. The aggregation is written once: in words that both have, and in calls of
/// macros. `macros.sql` has those that are the same for both, and a file of each dialect its own.
enum Dialect {
    /// Keeps the macros: its statements call them.
    DUCKDB,
    /// Knows no macros: its statements have them spelled out.
    ATHENA;

    private static final String SHARED = resource("macros.sql");

    /// The definitions of all macros.
    String macros() {
        return switch (this) {
            case DUCKDB -> resource("duckdb.sql") + SHARED;
            case ATHENA -> resource("athena.sql") + SHARED;
        };
    }

    private static String resource(String name) {
        try (var in = Dialect.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is not on the classpath");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
