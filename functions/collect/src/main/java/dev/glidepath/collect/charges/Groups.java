package dev.glidepath.collect.charges;

import dev.glidepath.collect.charges.Format.Projection;
import dev.glidepath.collect.charges.Sql.Numeric;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The aggregation's statements: what is grouped by, and what is summed.
///
/// Each number has three columns: the exact sum, the digits that did not fit into it (`_rest`), and
/// how many rows have it at all (`_known`).
final class Groups {

    static final List<String> DAYS = List.of("start_day", "end_day", "billing_month");

    /// EffectiveCost has two terms.
    static final List<String> SUMS =
            List.of("billed", "effective", "effective_2", "list", "contracted", "quantity");

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

    static String table(Set<String> labels) {
        return "CREATE TABLE charges (%s, %s, %s, row_count BIGINT, faulty BIGINT)"
                .formatted(
                        join(DAYS.stream().map(name -> name + " DATE")),
                        join(keys(labels).map(name -> name + " VARCHAR")),
                        join(
                                SUMS.stream()
                                        .map(
                                                "%1$s DECIMAL(38, 24), %1$s_rest VARCHAR[], %1$s_known BIGINT"
                                                        ::formatted)));
    }

    /// Sums one file into the table.
    static String insert(Projection projection, String source, Set<String> labels) {
        return """
        INSERT INTO charges
        SELECT start_day, end_day, billing_month, %s, %s, count(*), count(*) FILTER (WHERE faulty)
        FROM (
            SELECT *, %s
            FROM (
                SELECT
                    *,
                    CAST(charge_start AS DATE) AS start_day,
                    day_after(greatest(CAST(charge_start AS DATE), last_day(charge_end)))
                        AS end_day,
                    CAST(date_trunc('month', coalesce(billing_start, charge_start)) AS DATE)
                        AS billing_month,
                    %s
                FROM (SELECT %s, %s, %s AS faulty FROM %s)))
        GROUP BY ALL"""
                .formatted(
                        join(keys(labels)),
                        join(
                                SUMS.stream()
                                        .map(
                                                """
                                                sum(%1$s_exact), \
                                                array_agg(%1$s_rest) FILTER (%1$s_rest IS NOT NULL), \
                                                count(%1$s)"""
                                                        ::formatted)),
                        join(
                                SUMS.stream()
                                        .map(
                                                "CASE WHEN %1$s_exact IS NULL THEN CAST(%1$s AS VARCHAR) END AS %1$s_rest"
                                                        ::formatted)),
                        join(numbers(projection).map(Summed::exact)),
                        join(projection.keys().stream().map(k -> k.sql() + " AS " + k.name())),
                        join(numbers(projection).map(Summed::value)),
                        faulty(projection),
                        source);
    }

    /// The groups of all files.
    static String merged(Set<String> labels) {
        return """
        SELECT %1$s, %2$s, %3$s, CAST(sum(row_count) AS BIGINT) AS row_count
        FROM charges GROUP BY %1$s, %2$s"""
                .formatted(
                        String.join(", ", DAYS),
                        join(keys(labels)),
                        join(
                                SUMS.stream()
                                        .map(
                                                """
                                                sum(%1$s) AS %1$s, flatten(list(%1$s_rest)) AS %1$s_rest, \
                                                CAST(sum(%1$s_known) AS BIGINT) AS %1$s_known"""
                                                        ::formatted)));
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
                                        "WHEN %d THEN CAST(%s AS VARCHAR)"
                                                .formatted(i, faults.get(i).column().sql()))
                        .collect(Collectors.joining(" ", "CASE fault ", " END"));
        return """
        SELECT row, fault, %s FROM (
            SELECT row_number() OVER () AS row, %s AS fault, * FROM %s)
        WHERE fault IS NOT NULL ORDER BY row LIMIT 1"""
                .formatted(value, which, source);
    }

    private static Stream<String> keys(Set<String> labels) {
        return Stream.concat(
                KEYS.stream(), IntStream.range(0, labels.size()).mapToObj(Groups::label));
    }

    private static Stream<Summed> numbers(Projection projection) {
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
                .mapToObj(i -> new Summed(SUMS.get(i), numbers.get(i)));
    }

    private record Summed(String name, Numeric number) {

        Numeric.Kind kind() {
            return number.kind() == Numeric.Kind.DOUBLE ? Numeric.Kind.DOUBLE : Numeric.Kind.TEXT;
        }

        String value() {
            return number.as(kind()) + " AS " + name;
        }

        String exact() {
            return "exact_%s(%s) AS %s_exact"
                    .formatted(kind().name().toLowerCase(Locale.ROOT), name, name);
        }
    }

    private static String faulty(Projection projection) {
        return projection.faults().stream()
                .map(fault -> "coalesce(" + fault.condition() + ", false)")
                .collect(Collectors.joining(" OR "));
    }

    private static String join(Stream<String> parts) {
        return parts.collect(Collectors.joining(", "));
    }
}
