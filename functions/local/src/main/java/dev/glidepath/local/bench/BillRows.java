package dev.glidepath.local.bench;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/// SQL that makes the rows of a month of CUR 2.0, each from its number alone.
record BillRows(YearMonth month, long seed) {

    private static final Pattern NAMED = Pattern.compile("AS (\\w+)\\s*(?:,|$)", Pattern.MULTILINE);

    private record Named(String name, String type) {}

    /// Defines the table function `bill`.
    String definitions() {
        return filled(resource("rows.sql"));
    }

    /// All 115 columns of the rows from one number to another.
    String columns(long first, long beyond, Form form) {
        var values = filled(resource("columns.sql")).replaceAll("(?m)^--.*\\n", "");
        var named = NAMED.matcher(values).results().map(found -> found.group(1)).toList();
        return """
        SELECT %s FROM (
            SELECT %s FROM (
                SELECT
                    *,
                    TIMESTAMP '%3$s-01' + (CASE WHEN monthly THEN 0 ELSE hour END) * INTERVAL 1 HOUR
                        AS began,
                    CASE WHEN monthly THEN TIMESTAMP '%3$s-01' + INTERVAL 1 MONTH
                         ELSE TIMESTAMP '%3$s-01' + (hour + 1) * INTERVAL 1 HOUR END AS ended
                FROM bill(%4$d, %5$d)))"""
                .formatted(
                        all().stream().map(c -> column(c, named, form)).collect(joining(", ")),
                        values,
                        month,
                        first,
                        beyond);
    }

    /// What is true of the rows, in whole numbers: no decimal and no double comes near.
    String truth(long rows) {
        return """
        SELECT
            'AmazonService' || service AS service,
            count(*) AS rows,
            sum(billed_units)::VARCHAR AS billed,
            sum(effective_units)::VARCHAR AS effective,
            sum(list_units)::VARCHAR AS list
        FROM bill(0, %d) GROUP BY 1 ORDER BY 1"""
                .formatted(rows);
    }

    private static String column(Named column, List<String> named, Form form) {
        var value = named.contains(column.name()) ? column.name() : "NULL";
        return "CAST(%s AS %s) AS %s"
                .formatted(
                        form == Form.CSV ? text(value, column.type()) : value,
                        form == Form.CSV ? "VARCHAR" : type(column.type()),
                        column.name());
    }

    private static String text(String value, String type) {
        return switch (type) {
            case "map", "map_double" -> "to_json(" + value + ")";
            case "timestamp" -> "strftime(" + value + "::TIMESTAMP, '%Y-%m-%dT%H:%M:%S.000Z')";
            case "double" -> "upper(CAST(" + value + "::DOUBLE AS VARCHAR))";
            default -> value;
        };
    }

    private static String type(String type) {
        return switch (type) {
            case "double" -> "DOUBLE";
            case "timestamp" -> "TIMESTAMP_MS";
            case "map" -> "MAP(VARCHAR, VARCHAR)";
            case "map_double" -> "MAP(VARCHAR, DOUBLE)";
            default -> "VARCHAR";
        };
    }

    private static List<Named> all() {
        return resource("/dev/glidepath/local/generate/cur2.csv")
                .lines()
                .skip(1)
                .map(line -> line.split(","))
                .map(parts -> new Named(parts[0], parts[1]))
                .toList();
    }

    private String filled(String sql) {
        return sql.replace("${seed}", Long.toString(seed))
                .replace("${days}", Integer.toString(month.lengthOfMonth()))
                .replace("${month}", month.toString());
    }

    static String resource(String name) {
        try (var in = BillRows.class.getResourceAsStream(name)) {
            return new String(
                    Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
