package dev.glidepath.digest.section;

import dev.glidepath.core.assess.Assessment;
import dev.glidepath.core.figures.Figures;
import dev.glidepath.core.figures.ScoreTable;
import dev.glidepath.digest.figures.Plain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The plan's measures, line by line, each with its targets.
public record ScorecardSection(String title, ScoreTable table) implements Section {

    /// Empty where nothing of it may be shown.
    static Optional<Section> of(Assessment assessment, Figures figures) {
        return ScoreTable.of(assessment, figures)
                .map(table -> new ScorecardSection("Scorecard", table));
    }

    @Override
    public String text() {
        var lines = new ArrayList<List<String>>();
        for (var group : table.groups()) {
            lines.add(List.of(group.name()));
            for (var row : group.rows()) {
                lines.add(List.of("  " + row.name(), row.value(), row.status()));
                Stream.of(row.targets())
                        .filter(t -> !t.isEmpty())
                        .forEach(t -> lines.add(List.of("    " + t)));
            }
        }
        return Plain.heading(title)
                + Plain.table(lines)
                + gridText()
                + "\n"
                + Plain.notes(table.notes());
    }

    private String gridText() {
        var text = new StringBuilder();
        for (var grid : table.grids()) {
            var rows = new ArrayList<List<String>>();
            rows.add(Stream.concat(Stream.of(""), grid.columns().stream()).toList());
            rows.addAll(grid.lines());
            text.append('\n').append(Plain.table(rows));
        }
        return text.toString();
    }
}
