package dev.glidepath.collect.charges;

import dev.glidepath.collect.Limit;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// What a part is made of.
record PartColumns(Connection connection) {

    /// In the part's own order.
    Columns of(PartFile part) {
        if (!part.parquet()) {
            return csvColumns(part);
        }
        var columns = new ArrayList<Column>();
        var schema =
                "SELECT name, coalesce(num_children, 0) FROM parquet_schema(%s)"
                        .formatted(Sql.literal(part.path().toString()));
        try (var statement = connection.createStatement();
                var elements = statement.executeQuery(schema)) {
            var names = names(part, elements);
            try (var rows =
                    statement.executeQuery(
                            "DESCRIBE SELECT * FROM " + Parts.source(List.of(part), 0))) {
                while (rows.next()) {
                    columns.add(
                            new Column(
                                    names.get(columns.size()),
                                    Column.quoted(rows.getString(1)),
                                    rows.getString(2)));
                }
            }
        } catch (SQLException e) {
            throw EngineError.unreadable(part, e);
        }
        return new Columns(part.name(), columns);
    }

    private static Columns csvColumns(PartFile part) {
        var columns = new ArrayList<Column>();
        for (var name : part.header()) {
            columns.add(new Column(name, "c" + columns.size(), "VARCHAR"));
        }
        return new Columns(part.name(), columns);
    }

    /// Names as the file has them: DESCRIBE renames the second of two alike.
    private static List<String> names(PartFile part, ResultSet schema) throws SQLException {
        var names = new ArrayList<String>();
        schema.next();
        long children = schema.getLong(2);
        part.limits()
                .require(Limit.COLUMNS, children, part.name() + ": has " + children + " columns");
        for (long i = 0; i < children; i++) {
            schema.next();
            names.add(schema.getString(1));
            skip(schema, schema.getLong(2));
        }
        return names;
    }

    /// What lies within a column, however deep.
    private static void skip(ResultSet schema, long children) throws SQLException {
        for (long left = children; left > 0; left--) {
            schema.next();
            left += schema.getLong(2);
        }
    }
}
