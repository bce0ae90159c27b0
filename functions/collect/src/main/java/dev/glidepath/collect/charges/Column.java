package dev.glidepath.collect.charges;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/// A column of one file, as the file spells and types it.
///
/// @param sql how a query on the file names it
/// @param declared the type in DuckDB's words
/// @param keys of a map: which may occur in it; empty where that is not known
record Column(
        String name, String sql, String declared, Type type, Optional<Predicate<String>> keys) {

    static final int LONGEST_KEY = 300;

    Column(String name, String sql, String declared) {
        this(name, sql, declared, Type.of(declared), Optional.empty());
    }

    /// @param found all of up to [#LONGEST_KEY] characters
    Column withKeys(Set<String> found) {
        return with(key -> key.length() > LONGEST_KEY || found.contains(key));
    }

    /// @param least of the keys, in the order of their bytes
    /// @param most of the keys, or what the largest begins with: some writers cut it off
    Column withKeysBetween(String least, String most) {
        var from = bytes(least);
        var to = bytes(most);
        return with(
                name -> {
                    var key = bytes(name);
                    var begin = Arrays.copyOf(key, Math.min(key.length, to.length));
                    return Arrays.compareUnsigned(from, key) <= 0
                            && Arrays.compareUnsigned(begin, to) <= 0;
                });
    }

    private Column with(Predicate<String> known) {
        return new Column(name, sql, declared, type, Optional.of(known));
    }

    private static byte[] bytes(String key) {
        return key.getBytes(StandardCharsets.UTF_8);
    }

    boolean mayHave(String key) {
        return keys.map(known -> known.test(key)).orElse(true);
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
