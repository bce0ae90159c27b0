package dev.glidepath.local.generate;

import de.siegmar.fastcsv.reader.NamedCsvRecord;

import dev.glidepath.core.cost.Amounts;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

/// A format: its columns, the rows that it has for a charge, and what a row states.
record Sheet(
        List<Column> columns,
        Function<Charge, List<Charge>> rows,
        Function<Charge, Amounts> stated) {

    /// Those columns of a table that fit, in its order; one without a value is always null.
    static List<Column> columns(
            String table, Predicate<NamedCsvRecord> fits, Map<String, Value> values) {
        var left = new HashMap<>(values);
        var columns =
                Table.read(table).stream()
                        .map(row -> column(row, left.remove(row.getField("column"))))
                        .toList();
        if (!left.isEmpty()) {
            throw new IllegalStateException(table + " has no column " + left.keySet());
        }
        var kept =
                Table.read(table).stream().filter(fits).map(row -> row.getField("column")).toList();
        return columns.stream().filter(column -> kept.contains(column.name())).toList();
    }

    private static Column column(NamedCsvRecord row, @Nullable Value value) {
        var type = Column.Type.valueOf(row.getField("type").toUpperCase(Locale.ROOT));
        return new Column(row.getField("column"), type, value);
    }

    /// What a column says of a row.
    interface Value extends Function<Row, @Nullable Object> {}
}
