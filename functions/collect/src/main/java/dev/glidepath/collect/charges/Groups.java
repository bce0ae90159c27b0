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
/// Each number has two columns: the exact sum, and how many rows have it at all (`_known`); a
/// number that the format does not have has none. Digits that did not fit into a sum are in the
/// column `rest`: `list=1E-30`, with blanks between them.
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

    /// How many columns say a group's dimensions: those from `currency` on.
    static int width(int labels) {
        return KEYS.size() + labels;
    }

    /// The groups of files that have the same columns.
    static String of(Projection projection, String source, Set<String> labels) {
        return """
        SELECT start_day, end_day, billing_month, %s, %s,
            joined(array_agg(rest) FILTER (WHERE rest IS NOT NULL)) AS rest,
            count(*) AS row_count, count(*) FILTER (WHERE faulty) AS faulty
        FROM (
            SELECT *, %s AS rest
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
                        join(numbers(projection).map(Summed::sums)),
                        rest(projection),
                        join(numbers(projection).map(Summed::exact)),
                        join(projection.keys().stream().map(k -> k.sql() + " AS " + k.name())),
                        join(numbers(projection).map(Summed::value)),
                        faulty(projection),
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
                .filter(i -> numbers.get(i) != Numeric.UNKNOWN)
                .mapToObj(i -> new Summed(SUMS.get(i), numbers.get(i)));
    }

    private record Summed(String name, Numeric number) {

        Numeric.Kind kind() {
            return number.kind() == Numeric.Kind.DOUBLE ? Numeric.Kind.DOUBLE : Numeric.Kind.TEXT;
        }

        String value() {
            return number.as(kind()) + " AS " + name;
        }

        String sums() {
            return "sum(%1$s_exact) AS %1$s, count(%1$s) AS %1$s_known".formatted(name);
        }

        String leftOver() {
            return "(%1$s IS NOT NULL AND %1$s_exact IS NULL)".formatted(name);
        }

        String rest() {
            return "CASE WHEN %s THEN '%s=' || CAST(%s AS VARCHAR) || ' ' ELSE '' END"
                    .formatted(leftOver(), name, name);
        }

        String exact() {
            return "exact_%s(%s) AS %s_exact"
                    .formatted(kind().name().toLowerCase(Locale.ROOT), name, name);
        }
    }

    private static String rest(Projection projection) {
        var numbers = numbers(projection).toList();
        return "CASE WHEN %s THEN %s END"
                .formatted(
                        numbers.stream().map(Summed::leftOver).collect(Collectors.joining(" OR ")),
                        numbers.stream().map(Summed::rest).collect(Collectors.joining(" || ")));
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
