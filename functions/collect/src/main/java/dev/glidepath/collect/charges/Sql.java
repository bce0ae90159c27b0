package dev.glidepath.collect.charges;

import dev.glidepath.collect.charges.Column.Type;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Pieces of DuckDB's SQL for the values of a column, whatever type its file gave it. The functions
/// that they call are defined in `macros.sql`.
final class Sql {

    /// A number is kept as a double only where the file has doubles: they become decimals by their
    /// shortest digits, and never through arithmetic.
    record Number(String sql, Kind kind) {

        enum Kind {
            DOUBLE,
            TEXT,
            /// A constant that fits both.
            ANY
        }

        static final Number UNKNOWN = new Number("NULL", Kind.ANY);
        static final Number ZERO = new Number("0", Kind.ANY);

        String as(Kind wanted) {
            return switch (kind) {
                case DOUBLE -> wanted == Kind.DOUBLE ? sql : "CAST(" + sql + " AS VARCHAR)";
                case TEXT -> sql;
                case ANY ->
                        "CAST(" + sql + (wanted == Kind.DOUBLE ? " AS DOUBLE)" : " AS VARCHAR)");
            };
        }

        Number or(Number other) {
            var kind = kind(List.of(this, other));
            return new Number("coalesce(" + as(kind) + ", " + other.as(kind) + ")", kind);
        }

        Number negated() {
            return switch (kind) {
                case DOUBLE -> new Number("-(" + sql + ")", kind);
                case TEXT -> new Number("negated(" + sql + ")", kind);
                case ANY -> this;
            };
        }

        /// Doubles stay doubles only among themselves.
        static Kind kind(List<Number> numbers) {
            var kinds = numbers.stream().map(Number::kind).collect(Collectors.toSet());
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
        return column.type() == Type.TEXT
                ? "present(" + column.sql() + ")"
                : "CAST(" + column.sql() + " AS VARCHAR)";
    }

    static Number number(Optional<Column> column) {
        return column.map(Sql::number).orElse(Number.UNKNOWN);
    }

    static Number number(Column column) {
        return column.type() == Type.DOUBLE
                ? new Number(column.sql(), Number.Kind.DOUBLE)
                : new Number(text(column), Number.Kind.TEXT);
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
        return firstOf(keys.stream().map(key -> entry(column, key)).toList());
    }

    private static String entry(Column column, String key) {
        return column.type() == Type.MAP
                ? "present(" + column.sql() + "[" + literal(key) + "])"
                : "json_entry(" + json(column) + ", " + literal("$.\"" + key + '"') + ")";
    }

    /// The text of a JSON object.
    static String json(Column column) {
        return column.type() == Type.TEXT
                ? text(column)
                : "CAST(to_json(" + column.sql() + ") AS VARCHAR)";
    }
}
