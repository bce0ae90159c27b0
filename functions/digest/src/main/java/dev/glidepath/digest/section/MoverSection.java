package dev.glidepath.digest.section;

import dev.glidepath.core.assess.Assessment;
import dev.glidepath.core.assess.Movers;
import dev.glidepath.core.figures.Days;
import dev.glidepath.core.figures.Figures;
import dev.glidepath.core.figures.MoverLine;
import dev.glidepath.core.figures.Tone;
import dev.glidepath.digest.figures.Plain;

import java.util.ArrayList;
import java.util.List;

/// Which services changed most against the week before.
public record MoverSection(String title, List<String> columns, List<Row> rows, List<String> notes)
        implements Section {

    /// @param under provider and category
    public record Row(String name, String under, Amounts amounts, Tone tone, boolean isTotal) {}

    public record Amounts(String before, String after, String change) {}

    static MoverSection of(Assessment assessment, Figures figures) {
        var week = assessment.frame().week();
        var columns = List.of("Service", Days.number(week.previous()), Days.number(week), "Change");
        return switch (assessment.movers()) {
            case Movers.Compared compared ->
                    new MoverSection(
                            "What moved",
                            columns,
                            MoverLine.of(compared, figures).stream()
                                    .map(line -> row(line, figures))
                                    .toList(),
                            List.of(
                                    "Changes under %s are noise and stand in other."
                                            .formatted(figures.money(compared.floor()))));
            case Movers.NotComparable(var incomplete) ->
                    new MoverSection(
                            "What moved",
                            columns,
                            List.of(),
                            List.of(
                                    "Not compared: %s is not complete."
                                            .formatted(Days.number(incomplete))));
        };
    }

    private static Row row(MoverLine line, Figures figures) {
        var amounts =
                new Amounts(
                        figures.money(line.before()),
                        figures.money(line.after()),
                        figures.signed(line.change()));
        return new Row(line.name(), line.under(), amounts, Tone.of(line.change()), line.isTotal());
    }

    @Override
    public String text() {
        var table = new ArrayList<List<String>>();
        if (!rows.isEmpty()) {
            table.add(columns);
        }
        for (var row : rows) {
            var a = row.amounts();
            table.add(List.of(row.name(), a.before(), a.after(), a.change()));
            if (!row.under().isEmpty()) {
                table.add(List.of("  " + row.under()));
            }
        }
        return Plain.heading(title)
                + Plain.table(table)
                + (table.isEmpty() ? "" : "\n")
                + Plain.notes(notes);
    }
}
