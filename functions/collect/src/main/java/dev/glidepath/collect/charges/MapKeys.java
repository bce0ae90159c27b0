package dev.glidepath.collect.charges;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;

/// The keys that the maps of Parquet files have.
///
/// @param files in SQL
record MapKeys(Connection connection, String files) {

    private static final int MOST = 1_000;

    /// Between which they lie, by the statistics of the files' columns: to be had in no time. The
    /// column is as it was where there are none.
    Column bounds(Column map) throws SQLException {
        var statistics =
                """
                SELECT min(stats_min_value), max(stats_max_value),
                    count(*) FILTER (WHERE stats_min_value IS NULL OR stats_max_value IS NULL)
                FROM parquet_metadata(%s)
                WHERE starts_with(path_in_schema, %s) AND ends_with(path_in_schema, ', key')
                    AND stats_null_count IS DISTINCT FROM num_values"""
                        .formatted(files, Sql.literal(map.name() + ", "));
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(statistics)) {
            row.next();
            return known(row) ? map.withKeysBetween(row.getString(1), row.getString(2)) : map;
        }
    }

    private static boolean known(ResultSet row) throws SQLException {
        return row.getLong(3) == 0 && row.getString(1) != null && row.getString(2) != null;
    }

    /// All of them, but for those that are longer than any that is looked for. The column is as it
    /// was where there are too many.
    Column all(Column map) throws SQLException {
        var keys = new HashSet<String>();
        var all =
                """
                SELECT DISTINCT key
                FROM (SELECT unnest(map_keys(%s)) AS key
                      FROM read_parquet(%s, hive_partitioning = false))
                WHERE length(key) <= %d LIMIT %d"""
                        .formatted(map.sql(), files, Column.LONGEST_KEY, MOST + 1);
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(all)) {
            while (rows.next()) {
                keys.add(rows.getString(1));
            }
        }
        return keys.size() > MOST ? map : map.withKeys(keys);
    }
}
