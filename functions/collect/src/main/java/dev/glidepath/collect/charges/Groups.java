package dev.glidepath.collect.charges;

import dev.glidepath.collect.charges.Format.Projection;
import dev.glidepath.collect.charges.Sql.Numeric;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The aggregation's statement on a table of files: what is grouped by, and what is summed.
/// [FileGroups] is that on files that lie here.
///
/// Each number has two columns: the exact sum, and how many rows have it at all (`_known`); a
/// number that the format does not have has none. Digits that did not fit into a sum are in the
/// column `rest`: `list=1E-30`, with blanks between them.
final class Groups {

    static final List<String> DAYS = List.of("start_day", "end_day", "billing_month");

    /// EffectiveCost has two terms.
    static final List<String> SUMS =
            List.of("billed", "effective", "effective_2", "list", "contracted", "quantity");

    /// [#DAYS] by what a format says of a row.
    static final String DAYS_OF_ROW =
            """
            CAST(charge_start AS DATE) AS start_day,
            day_after(greatest(CAST(charge_start AS DATE), last_day(charge_end))) AS end_day,
            CAST(date_trunc('month', coalesce(billing_start, charge_start)) AS DATE)
                AS billing_month""";

    private static final List<String> KEYS =
            List.of(
                    "currency",
                    "provider",
                    "service_name",
                    "service_code",
                    "account_id",
                    "account_name",
                    "region",
                    "charge_category",
                    "charge_class",
                    "item",
                    "pricing",
                    "commitment_id",
                    "commitment_status",
                    "unit");

    private Groups() {}

    static String label(int i) {
        return "label_" + i;
    }

    /// How many columns say a group's dimensions: those from `currency` on.
    static int width(int labels) {
        return KEYS.size() + labels;
    }

    /// The groups of a table of files, and a row for each file. In a group's row `file` is NULL; of
    /// a file's row only `file`, `row_count` and `fault` count, which has the index of a fault and
    /// its value where there is one.
    static String ofTable(Projection projection, String table, Set<String> labels) {
        return """
        SELECT file, %1$s, %2$s,
            joined(array_agg(rest) FILTER (WHERE rest IS NOT NULL AND file IS NULL)) AS rest,
            count(*) AS row_count, min(fault) AS fault
        FROM (
            SELECT CASE WHEN of_file THEN path END AS file, %3$s, %4$s, rest, fault
            FROM (%5$s) CROSS JOIN UNNEST(ARRAY[TRUE, FALSE]) AS twice (of_file))
        GROUP BY file, %1$s"""
                .formatted(
                        join(groupedBy(labels)),
                        join(numbers(projection).map(Summed::sums)),
                        join(
                                groupedBy(labels)
                                        .map(
                                                "CASE WHEN NOT of_file THEN %1$s END AS %1$s"
                                                        ::formatted)),
                        join(numbers(projection).map(Summed::names)),
                        rows(
                                projection,
                                table,
                                "\"$path\" AS path, " + firstFault(projection) + " AS fault"));
    }

    /// The names of the columns of [#ofTable].
    static List<String> tableColumns(Projection projection, Set<String> labels) {
        return Stream.of(
                        Stream.of("file"),
                        groupedBy(labels),
                        numbers(projection).flatMap(n -> Stream.of(n.name(), n.name() + "_known")),
                        Stream.of("rest", "row_count", "fault"))
                .flatMap(names -> names)
                .toList();
    }

    /// The charges of a source, one row each.
    ///
    /// @param besides more columns of the source to select
    private static String rows(Projection projection, String source, String besides) {
        return """
        SELECT *, %s AS rest
        FROM (
            SELECT *, %s, %s
            FROM (SELECT %s, %s, %s FROM %s))"""
                .formatted(
                        rest(numbers(projection).toList(), Summed::leftOver),
                        DAYS_OF_ROW,
                        join(numbers(projection).map(Summed::exact)),
                        join(projection.keys().stream().map(k -> k.sql() + " AS " + k.name())),
                        join(numbers(projection).map(Summed::value)),
                        besides,
                        source);
    }

    /// The first row that cannot be read: its number from 1, the index of its fault, the value.
    static String firstFault(Projection projection, String source) {
        var faults = projection.faults();
        var which =
                IntStream.range(0, faults.size())
                        .mapToObj(i -> "WHEN %s THEN %d".formatted(faults.get(i).condition(), i))
                        .collect(Collectors.joining(" ", "CASE ", " END"));
        var value =
                IntStream.range(0, faults.size())
                        .mapToObj(
                                i ->
                                        "WHEN %d THEN substr(CAST(%s AS VARCHAR), 1, 61)"
                                                .formatted(i, faults.get(i).column().sql()))
                        .collect(Collectors.joining(" ", "CASE fault ", " END"));
        return """
        SELECT row, fault, %s FROM (
            SELECT row_number() OVER () AS row, %s AS fault, * FROM %s)
        WHERE fault IS NOT NULL ORDER BY row LIMIT 1"""
                .formatted(value, which, source);
    }

    private static String firstFault(Projection projection) {
        var faults = projection.faults();
        return IntStream.range(0, faults.size())
                .mapToObj(
                        i ->
                                "WHEN %s THEN '%d ' || coalesce(substr(CAST(%s AS VARCHAR), 1, 61), '')"
                                        .formatted(
                                                faults.get(i).condition(),
                                                i,
                                                faults.get(i).column().sql()))
                .collect(Collectors.joining(" ", "CASE ", " END"));
    }

    private static Stream<String> groupedBy(Set<String> labels) {
        return Stream.concat(DAYS.stream(), keys(labels));
    }

    /// What says a group's dimensions, in order.
    static Stream<String> keys(Set<String> labels) {
        return Stream.concat(
                KEYS.stream(), IntStream.range(0, labels.size()).mapToObj(Groups::label));
    }

    static Stream<Summed> numbers(Projection projection) {
        var costs = projection.costs();
        var numbers =
                List.of(
                        costs.billed(),
                        costs.effective().getFirst(),
                        costs.effective().size() > 1 ? costs.effective().get(1) : Numeric.UNKNOWN,
                        costs.list(),
                        costs.contracted(),
                        projection.quantity());
        return IntStream.range(0, SUMS.size())
                .filter(i -> !numbers.get(i).equals(Numeric.UNKNOWN))
                .mapToObj(i -> new Summed(SUMS.get(i), numbers.get(i)));
    }

    record Summed(String name, Numeric number) {

        Numeric.Kind kind() {
            return number.kind() == Numeric.Kind.DOUBLE ? Numeric.Kind.DOUBLE : Numeric.Kind.TEXT;
        }

        String value() {
            return number.as(kind()) + " AS " + name;
        }

        String sums() {
            return "sum(%1$s_exact) AS %1$s, count(%1$s) AS %1$s_known".formatted(name);
        }

        String names() {
            return "%1$s, %1$s_exact".formatted(name);
        }

        String leftOver() {
            return "(%1$s IS NOT NULL AND %1$s_exact IS NULL)".formatted(name);
        }

        String exact() {
            return macro("exact") + " AS " + name + "_exact";
        }

        /// The call of a macro that there is for each kind of number.
        String macro(String prefix) {
            return "%s_%s(%s)".formatted(prefix, kind().name().toLowerCase(Locale.ROOT), name);
        }
    }

    /// The digits of the numbers that are left over.
    static String rest(List<Summed> numbers, Function<Summed, String> leftOver) {
        return "CASE WHEN %s THEN %s END"
                .formatted(
                        numbers.stream().map(leftOver).collect(Collectors.joining(" OR ")),
                        numbers.stream()
                                .map(
                                        n ->
                                                "CASE WHEN %s THEN '%2$s=' || CAST(%2$s AS VARCHAR) || ' ' ELSE '' END"
                                                        .formatted(leftOver.apply(n), n.name()))
                                .collect(Collectors.joining(" || ")));
    }

    static String join(Stream<String> parts) {
        return parts.collect(Collectors.joining(", "));
    }
}
