package dev.glidepath.collect.charges;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Pieces of SQL for the values of a column, whatever type its file gave it, in the words of both
/// [dialects][Dialect].
final class Sql {

    /// A number is kept as a double only where the file has doubles: they become decimals by their
    /// shortest digits, and never through arithmetic.
    record Numeric(String sql, Kind kind) {

        enum Kind {
            DOUBLE,
            TEXT,
            /// A constant that fits both.
            ANY
        }

        static final Numeric UNKNOWN = new Numeric("NULL", Kind.ANY);
        static final Numeric ZERO = new Numeric("0", Kind.ANY);

        String as(Kind wanted) {
            return switch (kind) {
                case DOUBLE -> wanted == Kind.DOUBLE ? sql : "CAST(" + sql + " AS VARCHAR)";
                case TEXT -> sql;
                case ANY ->
                        "CAST(" + sql + (wanted == Kind.DOUBLE ? " AS DOUBLE)" : " AS VARCHAR)");
            };
        }

        Numeric or(Numeric other) {
            var kind = kind(List.of(this, other));
            return new Numeric("coalesce(" + as(kind) + ", " + other.as(kind) + ")", kind);
        }

        Numeric negated() {
            return switch (kind) {
                case DOUBLE -> new Numeric("-(" + sql + ")", kind);
                case TEXT -> new Numeric("negated(" + sql + ")", kind);
                case ANY -> this;
            };
        }

        /// Doubles stay doubles only among themselves.
        static Kind kind(List<Numeric> numbers) {
            var kinds = numbers.stream().map(Numeric::kind).collect(Collectors.toSet());
            if (kinds.contains(Kind.TEXT)) {
                return Kind.TEXT;
            }
            return kinds.contains(Kind.DOUBLE) ? Kind.DOUBLE : Kind.ANY;
        }
    }

    private Sql() {}

    static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    /// Text, or NULL for all three spellings of null: nothing, an empty text, and `NULL`.
    static String text(Optional<Column> column) {
        return column.map(Sql::text).orElse("CAST(NULL AS VARCHAR)");
    }

    static String text(Column column) {
        return column.type() == Column.Type.TEXT
                ? "present(" + column.sql() + ")"
                : "CAST(" + column.sql() + " AS VARCHAR)";
    }

    /// Whether there is no value. A time is not written out for that.
    static String isMissing(Column column) {
        var value = column.type() == Column.Type.TEXT ? text(column) : column.sql();
        return value + " IS NULL";
    }

    static Numeric number(Optional<Column> column) {
        return column.map(Sql::number).orElse(Numeric.UNKNOWN);
    }

    static Numeric number(Column column) {
        return column.type() == Column.Type.DOUBLE
                ? new Numeric(column.sql(), Numeric.Kind.DOUBLE)
                : new Numeric(text(column), Numeric.Kind.TEXT);
    }

    /// A UTC timestamp without zone; NULL where the text is none.
    static String time(Optional<Column> column) {
        return column.map(Sql::time).orElse("CAST(NULL AS TIMESTAMP)");
    }

    static String time(Column column) {
        return switch (column.type()) {
            case TIMESTAMP, DATE -> "CAST(" + column.sql() + " AS TIMESTAMP)";
            case INSTANT -> "(" + column.sql() + " AT TIME ZONE 'UTC')";
            default -> "utc(" + text(column) + ")";
        };
    }

    static String firstOf(List<String> values) {
        return switch (values.size()) {
            case 0 -> "CAST(NULL AS VARCHAR)";
            case 1 -> values.getFirst();
            default -> "coalesce(" + String.join(", ", values) + ")";
        };
    }

    /// The value of the first of these keys that a map, or a JSON object in a text, has.
    static String entry(Column column, List<String> keys) {
        if (column.type() != Column.Type.MAP) {
            return jsonEntry(json(column), keys);
        }
        return firstOf(
                keys.stream()
                        .filter(column::mayHave)
                        .map(
                                key ->
                                        "present(map_entry(%s, %s))"
                                                .formatted(column.sql(), literal(key)))
                        .toList());
    }

    private static String jsonEntry(String json, List<String> keys) {
        var small = "small_json(" + json + ")";
        return "json_entry(%s, %s, %s, %s)"
                .formatted(
                        small,
                        mayHave(json, keys),
                        keys.stream()
                                .map(key -> literal(duckDbPath(key)))
                                .collect(Collectors.joining(", ", "[", "]")),
                        firstOf(
                                keys.stream()
                                        .map(
                                                key ->
                                                        "present(json_extract_scalar(%s, %s))"
                                                                .formatted(
                                                                        small,
                                                                        literal(athenaPath(key))))
                                        .toList()));
    }

    /// Whether a JSON text may have one of the keys: it has the key's characters, or escapes. To
    /// look is much less than to parse.
    private static String mayHave(String json, List<String> keys) {
        var shortest =
                keys.stream()
                        .filter(
                                key ->
                                        keys.stream()
                                                .noneMatch(k -> !k.equals(key) && key.contains(k)));
        return Stream.concat(Stream.of("\\"), shortest)
                .map(part -> "contains(%s, %s)".formatted(json, literal(part)))
                .collect(Collectors.joining(" OR ", "(", ")"));
    }

    /// A quoted path cannot hold a quote; a JSON pointer can.
    private static String duckDbPath(String key) {
        return key.contains("\"")
                ? "/" + key.replace("~", "~0").replace("/", "~1")
                : "$.\"" + key + '"';
    }

    private static String athenaPath(String key) {
        return "$[\"" + key.replace("\\", "\\\\").replace("\"", "\\\"") + "\"]";
    }

    /// The text of a JSON object, as the file has it.
    static String json(Column column) {
        return column.type() == Column.Type.TEXT ? column.sql() : "json_of(" + column.sql() + ")";
    }
}
