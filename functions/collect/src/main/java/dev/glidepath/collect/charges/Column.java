package dev.glidepath.collect.charges;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// A column of one file, as the file spells and types it.
///
/// @param sql how a query on the file names it
/// @param declared the type in DuckDB's words
/// @param keys of a map: those that occur in it, of up to [#LONGEST_KEY] characters; empty where
///   that is not known
record Column(String name, String sql, String declared, Type type, Optional<Set<String>> keys) {

    static final int LONGEST_KEY = 300;

    Column {
        keys = keys.map(Set::copyOf);
    }

    Column(String name, String sql, String declared) {
        this(name, sql, declared, Type.of(declared), Optional.empty());
    }

    Column withKeys(Set<String> found) {
        return new Column(name, sql, declared, type, Optional.of(found));
    }

    boolean mayHave(String key) {
        return key.length() > LONGEST_KEY || keys.map(known -> known.contains(key)).orElse(true);
    }

    enum Type {
        TEXT,
        DOUBLE,
        /// Numbers whose text is exact: decimals, integers, and 32-bit floats.
        NUMBER,
        DATE,
        TIMESTAMP,
        /// A timestamp with a zone.
        INSTANT,
        MAP,
        OTHER;

        /// @param duck DuckDB's name of the type
        static Type of(String duck) {
            var name = duck.toUpperCase(Locale.ROOT);
            return switch (name) {
                case "VARCHAR" -> TEXT;
                case "DOUBLE" -> DOUBLE;
                case "FLOAT" -> NUMBER;
                case "DATE" -> DATE;
                case "TIMESTAMP", "TIMESTAMP_S", "TIMESTAMP_MS", "TIMESTAMP_NS" -> TIMESTAMP;
                case "TIMESTAMP WITH TIME ZONE" -> INSTANT;
                case "MAP(VARCHAR, VARCHAR)" -> MAP;
                default ->
                        name.matches("DECIMAL.*|U?(TINY|SMALL|BIG|HUGE)?INT(EGER)?")
                                ? NUMBER
                                : OTHER;
            };
        }
    }

    /// Formats and versions spell one column differently: `lineItem/UsageStartDate`,
    /// `line_item_usage_start_date`, `savingsPlan/SavingsPlanARN`, `…_a_r_n`. All are one word
    /// here.
    static String canonical(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }

    static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
