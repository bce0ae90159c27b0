package dev.glidepath.collect.charges;

import dev.glidepath.collect.charges.Format.Fault;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The rows that stop an execution, because reading on would lose or invent money.
final class Faults {

    private static final String MEND = "; have the export made again or ask its publisher";

    /// Longer than any commitment's term; a charge period beyond it is a wrong date.
    private static final int LONGEST_DAYS = 3_660;

    private Faults() {}

    static Fault unreadableNumber(Column column) {
        var value = Sql.number(column);
        var condition =
                switch (value.kind()) {
                    case DOUBLE -> "NOT finite_number(" + value.sql() + ")";
                    case TEXT, ANY -> "NOT is_number(" + value.sql() + ")";
                };
        return new Fault(condition, column, "'%s' is not a number" + MEND);
    }

    static Fault missing(Column column) {
        return new Fault(Sql.isMissing(column), column, "is empty" + MEND);
    }

    static List<Fault> period(Optional<Column> start, Optional<Column> end) {
        var faults = new ArrayList<Fault>();
        faults.addAll(time(start.orElseThrow(), "start_day"));
        faults.addAll(time(end.orElseThrow(), "last_date"));
        faults.add(
                new Fault(
                                "date_diff('day', CAST(%s AS DATE), CAST(%s AS DATE)) > %d"
                                        .formatted(Sql.time(start), Sql.time(end), LONGEST_DAYS),
                                end.orElseThrow(),
                                "'%s' ends a charge more than ten years after it began" + MEND)
                        .seenInGroups("date_diff('day', start_day, last_date) >= " + LONGEST_DAYS));
        faults.add(
                new Fault(
                        Sql.time(end) + " < " + Sql.time(start),
                        end.orElseThrow(),
                        "'%s' ends a charge before it began" + MEND));
        return faults;
    }

    /// @param day of a group: the time's own, or that of the microsecond before it
    private static List<Fault> time(Column column, String day) {
        return List.of(
                missing(column).seenInGroups(day + " IS NULL"),
                new Fault(
                                "%1$s IS NULL OR NOT finite_time(%1$s)".formatted(Sql.time(column)),
                                column,
                                "'%s' is not a date and time" + MEND)
                        .seenInGroups(day + " IS NULL"),
                anotherCentury(column, day));
    }

    /// Clouds bill since 2006, and commit for three years; a plan knows the same years. What is
    /// infinite is of another century, too.
    private static Fault anotherCentury(Column column, String day) {
        return new Fault(
                        "year(CAST(%s AS DATE)) NOT BETWEEN 2000 AND 2099"
                                .formatted(Sql.time(column)),
                        column,
                        "'%s' is not between the years 2000 and 2099" + MEND)
                .seenInGroups(day + " NOT BETWEEN DATE '2000-01-01' AND DATE '2099-12-30'");
    }

    /// A file that stands alone says its billing period here.
    static List<Fault> billing(Optional<Column> start) {
        return start.stream()
                .flatMap(
                        column ->
                                Stream.of(billing(column), anotherCentury(column, "billing_month")))
                .toList();
    }

    private static Fault billing(Column column) {
        var fault =
                new Fault(
                        "NOT (%s) AND (%2$s IS NULL OR NOT finite_time(%2$s))"
                                .formatted(Sql.isMissing(column), Sql.time(column)),
                        column,
                        "'%s' is not a date and time" + MEND);
        // A text that is no time leaves no trace: the month is then that of the charge.
        return column.type() == Column.Type.TEXT
                ? fault
                : fault.seenInGroups("billing_month IS NULL");
    }

    static Fault unreadableJson(Column column) {
        return new Fault(
                "NOT is_json(present(small_json(" + Sql.json(column) + ")))",
                column,
                "is not a JSON object" + MEND);
    }

    /// What would take all of a parser's memory, as `small_json` has it. A map is no JSON.
    static Optional<Fault> oversizedJson(Column column) {
        return Optional.of(column)
                .filter(c -> c.type() != Column.Type.MAP)
                .map(Sql::json)
                .map("%1$s IS NOT NULL AND small_json(%1$s) IS NULL"::formatted)
                .map(
                        condition ->
                                new Fault(
                                        condition,
                                        column,
                                        "is JSON of more than 100000 characters or 1000 objects and lists"
                                                + MEND));
    }

    /// Texts are grouped by, and held as long as the groups are. Tags have 256 characters at most.
    ///
    /// @param name for messages
    static Fault longText(String name, String sql) {
        return new Fault(
                        "too_long(" + sql + ")",
                        new Column(name, "''", "VARCHAR"),
                        "is longer than 2000 bytes" + MEND)
                .seenInGroups(
                        "too_long(key) AND len(list_filter(texts, lambda t: too_long(t))) > 0");
    }

    static List<Fault> longTexts(Columns columns, List<String> names) {
        return names.stream()
                .flatMap(name -> columns.find(name).stream())
                .filter(column -> column.type() == Column.Type.TEXT)
                .map(column -> longText(column.name(), column.sql()))
                .toList();
    }

    /// A type of charge whose cost stands in a column that the export does not have.
    static Fault without(String condition, Column type, String columnName) {
        return new Fault(
                condition,
                type,
                "'%s' needs the column "
                        + columnName
                        + ", which the export lacks; add it to the export");
    }
}
