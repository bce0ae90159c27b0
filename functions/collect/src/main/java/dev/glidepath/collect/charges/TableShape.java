package dev.glidepath.collect.charges;

import dev.glidepath.collect.Limits;
import dev.glidepath.collect.Refusal;
import dev.glidepath.collect.charges.Format.Fault;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// The columns that all files of a delivery have, as a table in Athena has them: Parquet by their
/// names in small letters, CSV by their position, all as text.
public final class TableShape {

    /// What a CSV has beyond the columns of its header.
    private static final String BEYOND = "beyond";

    private final Columns columns;
    private final boolean csv;
    private final Limits limits;

    /// A column of the table.
    ///
    /// @param type in Hive's words
    public record Field(String name, String type) {}

    private TableShape(Columns columns, boolean csv, Limits limits) {
        this.columns = columns;
        this.csv = csv;
        this.limits = limits;
    }

    /// @param name the key, for messages
    /// @param head a Parquet file's beginning and footer, or the first lines of a CSV
    /// @param scratch an empty folder of our own
    public static TableShape of(String name, Path head, Path scratch, Limits limits) {
        try (var engine = new ChargeEngine(scratch, Set.of(), List.of(head));
                var part = PartFile.open(name, head, scratch, limits)) {
            var found = engine.columns(part);
            return new TableShape(part.parquet() ? inTable(found) : found, !part.parquet(), limits);
        }
    }

    /// Athena reads all files of a table in the same way.
    ///
    /// @throws Refusal when the other one is different
    public void requireSame(TableShape other) {
        if (csv != other.csv || !columns.all().equals(other.columns.all())) {
            throw new Refusal(
                    "%s: has other columns than %s, and Athena reads them as one table; have the export made again, or raise \"athena above\" in the settings"
                            .formatted(other.columns.file(), columns.file()));
        }
    }

    public boolean csv() {
        return csv;
    }

    Limits limits() {
        return limits;
    }

    Columns columns() {
        return columns;
    }

    /// A line break within quotes ends a row for Athena; what it takes for rows then has not as
    /// many columns as the header.
    List<Fault> faults() {
        if (!csv) {
            return List.of();
        }
        var last = columns.all().getLast();
        return List.of(
                new Fault(
                        last.sql() + " IS NULL OR " + BEYOND + " IS NOT NULL",
                        last,
                        "its row has more or fewer columns than the header, or a line break in one, which"
                                + " Athena cannot read; have the export made as Parquet"));
    }

    /// Those that a statement names.
    ///
    /// @throws Refusal when one of them has a type that the table cannot have
    List<Field> fields(String statement) {
        var fields = new ArrayList<Field>();
        for (var column : columns.all()) {
            if (csv) {
                fields.add(new Field(column.sql(), "string"));
            } else if (statement.contains(column.sql())) {
                fields.add(new Field(inSmallLetters(column.name()), hive(column)));
            }
        }
        if (csv) {
            fields.add(new Field(BEYOND, "string"));
        }
        return fields;
    }

    private String hive(Column column) {
        return hive(column.declared())
                .orElseThrow(
                        () ->
                                new Refusal(
                                        "%s: column %s is of type %s, which is not read with Athena; have the export made again, or raise \"athena above\" in the settings"
                                                .formatted(
                                                        columns.file(),
                                                        column.name(),
                                                        column.declared())));
    }

    private static Optional<String> hive(String declared) {
        return switch (declared) {
            case "VARCHAR" -> Optional.of("string");
            case "DOUBLE", "FLOAT", "DATE", "TIMESTAMP", "BIGINT", "SMALLINT", "TINYINT" ->
                    Optional.of(inSmallLetters(declared));
            case "INTEGER" -> Optional.of("int");
            case "MAP(VARCHAR, VARCHAR)" -> Optional.of("map<string,string>");
            default ->
                    Optional.of(inSmallLetters(declared))
                            .filter(type -> type.matches("decimal\\(\\d+,\\d+\\)"));
        };
    }

    /// A timestamp of whatever precision and with or without a zone is one in UTC there.
    private static Columns inTable(Columns found) {
        return new Columns(
                found.file(),
                found.all().stream()
                        .map(
                                column ->
                                        new Column(
                                                column.name(),
                                                Column.quoted(inSmallLetters(column.name())),
                                                column.declared().startsWith("TIMESTAMP")
                                                        ? "TIMESTAMP"
                                                        : column.declared()))
                        .toList());
    }

    private static String inSmallLetters(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
