package dev.glidepath.collect.charges;

import static dev.glidepath.collect.charges.Groups.join;

import static java.util.stream.Collectors.joining;

import dev.glidepath.collect.charges.Format.Fault;
import dev.glidepath.collect.charges.Format.Named;
import dev.glidepath.collect.charges.Format.Projection;
import dev.glidepath.collect.charges.Groups.Summed;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The aggregation's statements on files that have the same columns. Rows are grouped by what their
/// columns say, in one text, and only groups are told what that means: two groups may then be of
/// the same charges.
///
/// Of each group `names` has the texts of the dimensions, each after its length and a colon. A
/// number has two columns, its sum in units of 10^-12 and how many rows have it (`_known`), and
/// `rest` has the digits of sums that are too large, as [Groups] has them. What is finer or larger
/// than units can say is not in these sums: `odd` counts the rows that have such a number, and
/// [#odd] sums them.
final class FileGroups {

    /// What a fault may name that is seen in groups, beside the list `texts` that the key is of.
    private static final List<String> GROUPED =
            List.of("key", "start_day", "last_date", "billing_month");

    private static final Set<String> TIMES = Set.of("charge_start", "charge_end", "billing_start");

    private static final String DAYS =
            """
            CAST(charge_start AS DATE) AS start_day, last_day(charge_end) AS last_date,
            CAST(date_trunc('month', coalesce(billing_start, charge_start)) AS DATE)
                AS billing_month""";

    private final Columns columns;
    private final Format format;
    private final Set<String> labels;
    private final String separator;
    private final Projection projection;
    private final List<Summed> numbers;
    private final List<Named> ofRows;
    private final List<Column> raw;

    /// @param separator of the texts of a group; a text that holds it makes its group `torn`
    FileGroups(Columns columns, Format format, Set<String> labels, String separator) {
        this.columns = columns;
        this.format = format;
        this.labels = labels;
        this.separator = separator;
        this.projection = format.project(columns, labels);
        this.numbers = Groups.numbers(projection).toList();
        this.ofRows = projection.keys().stream().filter(Named::ofRow).toList();
        var late = projection.keys().stream().filter(key -> !key.ofRow()).toList();
        this.raw =
                columns.all().stream()
                        .filter(column -> late.stream().anyMatch(k -> mentions(k.sql(), column)))
                        .toList();
    }

    FileGroups on(Columns known) {
        return new FileGroups(known, format, labels, separator);
    }

    FileGroups separatedBy(String another) {
        return new FileGroups(columns, format, labels, another);
    }

    Columns columns() {
        return columns;
    }

    Projection projection() {
        return projection;
    }

    boolean looksInto(Column column) {
        return column.type() == Column.Type.MAP && rows("").contains(column.sql());
    }

    /// How often it looks into a map for each row.
    long lookups() {
        return Pattern.compile("map_entry\\(").matcher(rows("")).results().count();
    }

    /// Besides, of each group: whether a row of it is at fault (`faulty`) or may be (`suspect`),
    /// and whether its text cannot be taken apart (`torn`).
    String sql(String source) {
        return meaning(
                join(numbers.stream().map(FileGroups::units)) + ", " + tooLarge() + " AS rest",
                """
                SELECT %1$s, %2$s, count(*) AS row_count, count(*) FILTER (WHERE odd) AS odd,
                    bool_or(faulty) AS faulty
                FROM (%3$s)
                GROUP BY %1$s"""
                        .formatted(
                                join(GROUPED.stream()),
                                join(numbers.stream().map(FileGroups::sums)),
                                rows(source)));
    }

    /// The sums of those numbers only that [#sql] leaves out, of rows that it has counted: of each
    /// `_exact`, and in `rest` what does not fit there either.
    String odd(String source) {
        return meaning(
                join(numbers.stream().map(n -> n.name() + "_exact")) + ", rest",
                """
                SELECT %1$s, %2$s, CAST(0 AS BIGINT) AS row_count, 0 AS odd, false AS faulty,
                    joined(array_agg(rest) FILTER (WHERE rest IS NOT NULL)) AS rest
                FROM (SELECT *, %3$s AS rest FROM (SELECT *, %4$s FROM (%5$s) WHERE odd))
                GROUP BY %1$s"""
                        .formatted(
                                join(GROUPED.stream()),
                                join(numbers.stream().map(FileGroups::exactSums)),
                                Groups.rest(numbers, FileGroups::isLeftOver),
                                join(numbers.stream().map(FileGroups::exact)),
                                rows(source)));
    }

    private String meaning(String figures, String groups) {
        var texts = texts().toList();
        return """
        SELECT concat(%1$s) AS names, start_day, day_after(greatest(start_day, last_date)) AS end_day,
            billing_month, %2$s, row_count, odd, faulty, %3$s AS suspect, len(texts) <> %4$d AS torn
        FROM (SELECT *, %5$s FROM (SELECT *, string_split(key, %6$s) AS texts FROM (%7$s)))"""
                .formatted(
                        join(Groups.keys(labels).map(this::meaning).map(FileGroups::withLength)),
                        figures,
                        anyOf(projection.faults().stream().flatMap(this::inGroups)),
                        texts.size(),
                        join(
                                IntStream.range(0, texts.size())
                                        .mapToObj(i -> text(i + 1) + " AS " + texts.get(i))),
                        Sql.literal(separator),
                        groups);
    }

    private String rows(String source) {
        return """
        SELECT *, concat(%s) AS key, %s AS odd
        FROM (
            SELECT *, %s, %s, faulty_alone OR %s AS faulty
            FROM (SELECT %s, %s AS faulty_alone FROM %s))"""
                .formatted(
                        texts().collect(joining(", " + Sql.literal(separator) + ", ")),
                        numbers.stream().map(FileGroups::isOdd).collect(joining(" OR ")),
                        DAYS,
                        join(
                                numbers.stream()
                                        .map(n -> n.macro("units") + " AS " + n.name() + "_units")),
                        anyOf(onlyInRows().map(this::named).filter(this::isOfNames)),
                        join(
                                Stream.of(
                                                ofRows.stream()
                                                        .map(k -> k.sql() + " AS " + k.name()),
                                                raw.stream().map(FileGroups::asText),
                                                numbers.stream().map(Summed::value))
                                        .flatMap(parts -> parts)),
                        anyOf(onlyInRows().filter(c -> !isOfNames(named(c)))),
                        source);
    }

    /// What the text of a group is made of.
    private Stream<String> texts() {
        return Stream.concat(
                ofRows.stream().map(Named::name).filter(name -> !TIMES.contains(name)),
                raw.stream().map(Column::sql));
    }

    private static String text(int position) {
        return "nullif(texts[" + position + "], '')";
    }

    private static String asText(Column column) {
        return column.type() == Column.Type.TEXT
                ? column.sql()
                : "CAST(%1$s AS VARCHAR) AS %1$s".formatted(column.sql());
    }

    /// SQL of a dimension, of the columns of a group.
    private String meaning(String name) {
        return projection.keys().stream()
                .filter(key -> key.name().equals(name))
                .map(key -> key.ofRow() ? name : key.sql())
                .findFirst()
                .orElseThrow();
    }

    /// The condition of a fault that is seen in groups.
    private Stream<String> inGroups(Fault fault) {
        return fault
                .inGroups()
                .or(() -> Optional.of(named(fault.condition())).filter(this::isOfGroups))
                .stream();
    }

    private Stream<String> onlyInRows() {
        return projection.faults().stream()
                .filter(fault -> inGroups(fault).findAny().isEmpty())
                .map(Fault::condition);
    }

    /// What was found for each row has a name now.
    private String named(String condition) {
        var found = condition;
        for (var key : ofRows) {
            found = found.replace(key.sql(), key.name());
        }
        return found;
    }

    /// Whether all that it names has been found for each row.
    private boolean isOfNames(String condition) {
        return columns.all().stream()
                .filter(column -> !raw.contains(column))
                .noneMatch(column -> mentions(condition, column));
    }

    /// Whether all that it names is the same for all rows of a group.
    private boolean isOfGroups(String condition) {
        return isOfNames(condition) && TIMES.stream().noneMatch(condition::contains);
    }

    private static boolean mentions(String sql, Column column) {
        return sql.contains(column.sql())
                && Pattern.compile("(?<!\\w)" + Pattern.quote(column.sql()) + "(?!\\w)")
                        .matcher(sql)
                        .find();
    }

    private static String anyOf(Stream<String> conditions) {
        return Stream.concat(
                        Stream.of("false"),
                        conditions.distinct().map("coalesce(%s, false)"::formatted))
                .collect(joining(" OR ", "(", ")"));
    }

    private static String withLength(String text) {
        return "length(%1$s), ':', %1$s".formatted(text);
    }

    private static String sums(Summed number) {
        return "sum(%1$s_units) AS %1$s, count(%1$s) AS %1$s_known".formatted(number.name());
    }

    private static String units(Summed number) {
        return "TRY_CAST(%1$s AS BIGINT) AS %1$s, %1$s_known".formatted(number.name());
    }

    private String tooLarge() {
        return numbers.stream()
                .map(Summed::name)
                .map(
                        "CASE WHEN TRY_CAST(%1$s AS BIGINT) IS NULL THEN '%1$s=' || %1$s || 'E-12 ' END"
                                ::formatted)
                .collect(joining(", ", "concat(", ")"));
    }

    private static String isOdd(Summed number) {
        return "(%1$s IS NOT NULL AND %1$s_units IS NULL)".formatted(number.name());
    }

    private static String exact(Summed number) {
        return "CASE WHEN %s THEN %s END AS %s_exact"
                .formatted(isOdd(number), number.macro("exact"), number.name());
    }

    private static String exactSums(Summed number) {
        return "sum(%1$s_exact) AS %1$s_exact".formatted(number.name());
    }

    private static String isLeftOver(Summed number) {
        return "(%s AND %s_exact IS NULL)".formatted(isOdd(number), number.name());
    }
}
