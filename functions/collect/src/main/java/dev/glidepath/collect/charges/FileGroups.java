package dev.glidepath.collect.charges;

import static dev.glidepath.collect.charges.Groups.join;

import static java.util.stream.Collectors.joining;

import dev.glidepath.collect.charges.Format.Fault;
import dev.glidepath.collect.charges.Format.Named;
import dev.glidepath.collect.charges.Format.Projection;
import dev.glidepath.collect.charges.Groups.Summed;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The aggregation's statement on files that have the same columns, in two steps: rows are grouped
/// by what their columns say, and only groups are told what that means. Two groups may then be of
/// the same charges.
///
/// `names` has the texts of the dimensions, each after its length and a colon. A number has three
/// columns: the sum of what has 12 decimals, which is nearly everything and counts fast, that of
/// what has up to 24 (`_exact`), and how many rows have it (`_known`).
final class FileGroups {

    private static final Set<String> TIMES = Set.of("charge_start", "charge_end", "billing_start");

    private final Columns columns;
    private final Projection projection;
    private final Set<String> labels;
    private final List<Summed> numbers;
    private final List<Named> ofRows;
    private final List<Column> raw;

    FileGroups(Columns columns, Projection projection, Set<String> labels) {
        this.columns = columns;
        this.projection = projection;
        this.labels = labels;
        this.numbers = Groups.numbers(projection).toList();
        this.ofRows = projection.keys().stream().filter(Named::ofRow).toList();
        var late = projection.keys().stream().filter(key -> !key.ofRow()).toList();
        this.raw =
                columns.all().stream()
                        .filter(column -> late.stream().anyMatch(k -> mentions(k.sql(), column)))
                        .toList();
    }

    String sql(String source) {
        return """
        SELECT concat(%s) AS names, %s, %s, rest, row_count,
            CASE WHEN %s THEN row_count ELSE faulty END AS faulty
        FROM (%s)"""
                .formatted(
                        join(Groups.keys(labels).map(this::meaning).map(FileGroups::withLength)),
                        join(Groups.DAYS.stream()),
                        join(numbers.stream().flatMap(FileGroups::columns)),
                        anyOf(
                                projection.faults().stream()
                                        .map(this::ofGroup)
                                        .filter(this::isOfGroups)),
                        grouped(source));
    }

    private String grouped(String source) {
        return """
        SELECT %1$s, %2$s,
            joined(array_agg(rest) FILTER (WHERE rest IS NOT NULL)) AS rest,
            count(*) AS row_count, count(*) FILTER (WHERE faulty) AS faulty
        FROM (
            SELECT *, %3$s AS rest
            FROM (
                SELECT *, %4$s
                FROM (
                    SELECT *, %5$s, %6$s
                    FROM (SELECT %7$s, %8$s AS faulty FROM %9$s))))
        GROUP BY %1$s"""
                .formatted(
                        join(
                                Stream.of(
                                                Groups.DAYS.stream(),
                                                ofRows.stream()
                                                        .map(Named::name)
                                                        .filter(name -> !TIMES.contains(name)),
                                                raw.stream().map(Column::sql))
                                        .flatMap(names -> names)),
                        join(numbers.stream().map(FileGroups::sums)),
                        Groups.rest(numbers, FileGroups::leftOver),
                        join(numbers.stream().map(FileGroups::exact)),
                        Groups.DAYS_OF_ROW,
                        join(
                                numbers.stream()
                                        .map(n -> n.macro("short") + " AS " + n.name() + "_short")),
                        join(
                                Stream.of(
                                                ofRows.stream()
                                                        .map(k -> k.sql() + " AS " + k.name()),
                                                raw.stream().map(Column::sql),
                                                numbers.stream().map(Summed::value))
                                        .flatMap(parts -> parts)),
                        anyOf(
                                projection.faults().stream()
                                        .map(Fault::condition)
                                        .filter(c -> !isOfGroups(ofGroup(c)))),
                        source);
    }

    /// SQL of a dimension, of the columns of a group.
    private String meaning(String name) {
        return projection.keys().stream()
                .filter(key -> key.name().equals(name))
                .map(key -> key.ofRow() ? name : key.sql())
                .findFirst()
                .orElseThrow();
    }

    private String ofGroup(Fault fault) {
        return ofGroup(fault.condition());
    }

    /// What was found for each row has a name now.
    private String ofGroup(String condition) {
        var found = condition;
        for (var key : ofRows) {
            found = found.replace(key.sql(), key.name());
        }
        return found;
    }

    /// Whether all that it names is the same for all rows of a group.
    private boolean isOfGroups(String condition) {
        return TIMES.stream().noneMatch(condition::contains)
                && columns.all().stream()
                        .filter(column -> !raw.contains(column))
                        .noneMatch(column -> mentions(condition, column));
    }

    private static boolean mentions(String sql, Column column) {
        return sql.contains(column.sql())
                && Pattern.compile("(?<!\\w)" + Pattern.quote(column.sql()) + "(?!\\w)")
                        .matcher(sql)
                        .find();
    }

    private static String anyOf(Stream<String> conditions) {
        return Stream.concat(Stream.of("false"), conditions.map("coalesce(%s, false)"::formatted))
                .collect(joining(" OR "));
    }

    private static String withLength(String text) {
        return "length(%1$s), ':', %1$s".formatted(text);
    }

    private static Stream<String> columns(Summed number) {
        var name = number.name();
        return Stream.of(name, name + "_exact", name + "_known");
    }

    private static String sums(Summed number) {
        return "sum(%1$s_short) AS %1$s, sum(%1$s_exact) AS %1$s_exact, count(%1$s) AS %1$s_known"
                .formatted(number.name());
    }

    private static String exact(Summed number) {
        return "CASE WHEN %1$s IS NOT NULL AND %1$s_short IS NULL THEN %2$s END AS %1$s_exact"
                .formatted(number.name(), number.macro("exact"));
    }

    private static String leftOver(Summed number) {
        return "(%1$s IS NOT NULL AND %1$s_short IS NULL AND %1$s_exact IS NULL)"
                .formatted(number.name());
    }
}
