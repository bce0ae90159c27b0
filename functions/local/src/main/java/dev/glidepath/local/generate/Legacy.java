package dev.glidepath.local.generate;

import static java.util.stream.Collectors.toMap;

import dev.glidepath.local.generate.Column.Type;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// The company's AWS bill as a legacy cost and usage report: the columns of CUR 2.0 under the
/// headers of `legacy.csv`, where `a.b` is the value at `b` of the map `a`.
final class Legacy {

    static final Sheet SHEET = new Sheet(columns(), Cur.SHEET.rows(), Cur.SHEET.stated());

    private Legacy() {}

    private static List<Column> columns() {
        var cur = Cur.SHEET.columns().stream().collect(toMap(Column::name, Function.identity()));
        return Table.read("legacy.csv").stream()
                .map(row -> column(row.getField("header"), row.getField("column"), cur))
                .toList();
    }

    private static Column column(String header, String name, Map<String, Column> cur) {
        var path = name.split("\\.", 2);
        var column = cur.get(path[0]);
        if (column == null) {
            throw new IllegalStateException("cur2.csv has no column " + path[0]);
        }
        return path.length == 1
                ? new Column(header, column.type(), column.value())
                : new Column(
                        header,
                        Type.STRING,
                        row -> column.of(row) instanceof Map<?, ?> map ? map.get(path[1]) : null);
    }
}
