package dev.glidepath.collect.charges;

import dev.glidepath.collect.Refusal;
import dev.glidepath.collect.charges.Format.Projection;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/// Finds the row that a sum stumbled over.
///
/// @param columns how many its parts have
record FirstFault(Connection connection, int columns) {

    Optional<Refusal> in(PartFile part, Projection projection) throws SQLException {
        var source = Parts.source(List.of(part), columns);
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(Groups.firstFault(projection, source))) {
            if (!row.next()) {
                return Optional.empty();
            }
            var fault = projection.faults().get(row.getInt(2));
            // A spreadsheet's row of a CSV: the header is row 1.
            long number = row.getLong(1) + (part.parquet() ? 0 : 1);
            return Optional.of(
                    new Refusal(
                            "%s: row %d: column %s: %s"
                                    .formatted(
                                            part.name(),
                                            number,
                                            fault.column().name(),
                                            fault.problem().replace("%s", shown(row)))));
        }
    }

    private static String shown(ResultSet row) throws SQLException {
        var value = Optional.ofNullable(row.getString(3)).orElse("");
        return value.length() > 60 ? value.substring(0, 60) + "…" : value;
    }
}
