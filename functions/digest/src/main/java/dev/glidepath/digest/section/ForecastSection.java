package dev.glidepath.digest.section;

import dev.glidepath.core.assess.Assessment;
import dev.glidepath.core.assess.Line;
import dev.glidepath.core.assess.Outlook.Ahead;
import dev.glidepath.core.figures.Days;
import dev.glidepath.core.figures.Figures;
import dev.glidepath.core.figures.Names;
import dev.glidepath.core.figures.Tone;
import dev.glidepath.digest.figures.Plain;
import dev.glidepath.digest.section.Milestones.Column;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What is to come: the month's end and the milestones, how sure each is, and how wrong earlier
/// forecasts were.
///
/// @param columns the month, then the milestones to come
public record ForecastSection(
        String title, List<Column> columns, List<Row> rows, List<String> notes) implements Section {

    /// @param under since when there is a new level, and how wrong earlier forecasts were
    public record Row(String name, String under, List<Cell> cells, boolean isTotal) {}

    /// @param chance of being at or under the target; empty where there is none
    /// @param method empty for a sum
    public record Cell(String amount, String band, String chance, String method, Tone tone) {}

    static ForecastSection of(Assessment assessment, Figures figures) {
        return switch (assessment.targets().total().outlook().ahead()) {
            case Ahead.TooShort(int days) ->
                    new ForecastSection(
                            "Forecast",
                            List.of(),
                            List.of(),
                            List.of(ForecastNotes.none(days, figures)));
            case Ahead.Seen total ->
                    new ForecastSection(
                            "Forecast",
                            columns(assessment, total),
                            rows(assessment, figures),
                            ForecastNotes.of(assessment, total, figures));
        };
    }

    private static List<Column> columns(Assessment assessment, Ahead.Seen total) {
        var dues = assessment.targets().total().outlook().dues();
        var month = total.month().month();
        return Stream.concat(
                        Stream.of(
                                new Column(
                                        Days.month(month),
                                        "to " + Days.withoutYear(month.atEndOfMonth()))),
                        Milestones.coming(assessment).stream().map(dues::get).map(Column::of))
                .toList();
    }

    private static List<Row> rows(Assessment assessment, Figures figures) {
        var lines = new ArrayList<>(assessment.targets().shown());
        lines.add(assessment.targets().total());
        var columns = new ArrayList<>(List.of(ForecastCells.month(lines, figures)));
        for (int due : Milestones.coming(assessment)) {
            columns.add(ForecastCells.milestone(lines, due, figures));
        }
        var rows = new ArrayList<Row>();
        for (int i = 0; i < lines.size(); i++) {
            int line = i;
            boolean isTotal = i == lines.size() - 1;
            var cells = columns.stream().map(c -> c.get(line)).toList();
            rows.add(
                    new Row(
                            Names.clean(lines.get(i).name()),
                            under(lines.get(i), isTotal, figures),
                            cells,
                            isTotal));
        }
        return rows;
    }

    /// How wrong the total's forecasts were stands in a note, with amounts.
    private static String under(Line line, boolean isTotal, Figures figures) {
        var seen = seen(line);
        return Stream.of(ForecastNotes.shifted(seen), isTotal ? "" : TrackRecord.off(seen, figures))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    /// Lines have the same history as their total.
    static Ahead.Seen seen(Line line) {
        return switch (line.outlook().ahead()) {
            case Ahead.Seen seen -> seen;
            case Ahead.TooShort _ ->
                    throw new IllegalArgumentException(line.name() + " has no forecast");
        };
    }

    @Override
    public String text() {
        var table = new ArrayList<List<String>>();
        if (!rows.isEmpty()) {
            table.add(line("", columns.stream().map(Column::label)));
            table.add(line("", columns.stream().map(Column::date)));
        }
        for (var row : rows) {
            table.add(line(row.name(), row.cells().stream().map(Cell::amount)));
            table.add(line("", row.cells().stream().map(Cell::band)));
            table.add(line("", row.cells().stream().map(Cell::chance)));
            table.add(line("", row.cells().stream().map(Cell::method)));
            if (!row.under().isEmpty()) {
                table.add(List.of("  " + row.under()));
            }
        }
        table.removeIf(line -> line.stream().allMatch(String::isEmpty));
        return Plain.heading(title)
                + Plain.table(table)
                + (table.isEmpty() ? "" : "\n")
                + Plain.notes(notes);
    }

    private static List<String> line(String first, Stream<String> cells) {
        return Stream.concat(Stream.of(first), cells).toList();
    }
}
