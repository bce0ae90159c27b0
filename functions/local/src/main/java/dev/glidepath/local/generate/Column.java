package dev.glidepath.local.generate;

import org.jspecify.annotations.Nullable;

import java.util.function.Function;

/// A column of an export.
///
/// @param value a text, a BigDecimal, a LocalDate (its midnight in UTC) or a Map of texts, as
///   `type` says; null is no value. A column without a function has none in any row
record Column(String name, Type type, @Nullable Function<Row, @Nullable Object> value) {

    enum Type {
        STRING,
        DOUBLE,
        TIMESTAMP,
        MAP,
        MAP_DOUBLE;

        /// As in a manifest.
        String title() {
            return switch (this) {
                case STRING -> "string";
                case DOUBLE -> "double";
                case TIMESTAMP -> "timestamp";
                case MAP, MAP_DOUBLE -> "map";
            };
        }
    }

    @Nullable Object of(Row row) {
        return value == null ? null : value.apply(row);
    }
}
