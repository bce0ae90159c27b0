package dev.glidepath.digest.section;

import dev.glidepath.core.assess.Assessment;
import dev.glidepath.core.assess.Line;
import dev.glidepath.core.assess.Outlook.Ahead;
import dev.glidepath.core.assess.Outlook.Due;
import dev.glidepath.core.assess.Standing;
import dev.glidepath.core.figures.Figures;
import dev.glidepath.core.figures.Names;
import dev.glidepath.core.figures.Tone;
import dev.glidepath.core.figures.Words;
import dev.glidepath.core.forecast.Forecast;
import dev.glidepath.core.plan.GlidePath;
import dev.glidepath.digest.figures.Plain;
import dev.glidepath.digest.section.Milestones.Column;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// The target table's way down: baseline, milestones with what the trend leads to, and the weekly
/// cut still needed.
///
/// @param columns the milestones with their dates
public record DescentSection(String title, List<Column> columns, List<Row> rows, List<String> notes)
        implements Section {

    public record Row(
            String name,
            String baseline,
            List<Cell> dues,
            String cut,
            String until,
            boolean isTotal) {}

    /// @param projected empty when past, or when there is too little history
    /// @param tone whether the projection meets the target
    public record Cell(String target, String projected, Tone tone) {}

    static DescentSection of(Assessment assessment, Figures figures) {
        var targets = assessment.targets();
        var total = targets.total();
        var shown = Milestones.shown(assessment);
        var baselines =
                figures.column(targets.shown().stream().map(l -> baseline(l, total)).toList());
        var cells = shown.stream().map(i -> column(targets.shown(), i, figures)).toList();
        var rows = new ArrayList<Row>();
        for (int i = 0; i < targets.shown().size(); i++) {
            int line = i;
            rows.add(
                    row(
                            targets.shown().get(i),
                            figures.money(baselines.get(i)),
                            cells.stream().map(c -> c.get(line)).toList(),
                            figures,
                            false));
        }
        var totals =
                shown.stream()
                        .map(i -> total.outlook().dues().get(i))
                        .map(d -> cell(d.allowed(), projected(d), figures))
                        .toList();
        var start = total.path().map(p -> p.baseline().amount()).orElse(BigDecimal.ZERO);
        rows.add(row(total, figures.money(start), totals, figures, true));
        var columns =
                shown.stream().map(i -> total.outlook().dues().get(i)).map(Column::of).toList();
        return new DescentSection("The way down, per month", columns, rows, notes(targets));
    }

    /// What a path starts from on the day that the total's does.
    private static BigDecimal baseline(Line line, Line total) {
        return line.path()
                .map(
                        p ->
                                p.allowedOn(
                                        total.path()
                                                .map(GlidePath::baseline)
                                                .orElse(p.baseline())
                                                .date()))
                .orElse(BigDecimal.ZERO);
    }

    private static List<Cell> column(List<Line> lines, int due, Figures figures) {
        var dues = lines.stream().map(l -> l.outlook().dues().get(due)).toList();
        var targets = figures.column(dues.stream().map(Due::allowed).toList());
        var amounts = dues.stream().flatMap(d -> projected(d).stream()).toList();
        var projected =
                amounts.size() == dues.size()
                        ? figures.column(amounts).stream().map(Optional::of).toList()
                        : dues.stream().map(DescentSection::projected).toList();
        return IntStream.range(0, dues.size())
                .mapToObj(i -> cell(targets.get(i), projected.get(i), figures))
                .toList();
    }

    private static Optional<BigDecimal> projected(Due due) {
        return due.projected().map(Forecast::amount);
    }

    private static Cell cell(BigDecimal target, Optional<BigDecimal> projected, Figures figures) {
        var tone =
                projected
                        .map(p -> figures.round(p).compareTo(figures.round(target)) > 0)
                        .map(over -> over ? Tone.BAD : Tone.GOOD)
                        .orElse(Tone.UNKNOWN);
        return new Cell(figures.money(target), projected.map(figures::money).orElse(""), tone);
    }

    private static Row row(
            Line line, String baseline, List<Cell> dues, Figures figures, boolean isTotal) {
        var name = Names.clean(line.name());
        return switch (line.standing()) {
            case Standing.Measured m ->
                    new Row(
                            name,
                            baseline,
                            dues,
                            Words.cut(m.cut(), figures),
                            Words.cutUntil(m.cut(), figures),
                            isTotal);
            case Standing.NoTarget _, Standing.NotEnoughData _ ->
                    new Row(name, baseline, dues, Figures.NONE, "", isTotal);
        };
    }

    private static List<String> notes(Assessment.Targets targets) {
        var projected =
                switch (targets.total().outlook().ahead()) {
                    case Ahead.Seen _ ->
                            "Projected (→): the run-rate on that day; how it is made and how sure it"
                                    + " is stands under Forecast.";
                    case Ahead.TooShort _ -> "Projected: not enough history, see Forecast.";
                };
        return List.of(
                projected,
                "Cut a week: what has to come off the monthly run-rate each week to be at the next"
                        + " milestone that is not met.");
    }

    @Override
    public String text() {
        var table = new ArrayList<List<String>>();
        var head = new ArrayList<>(List.of("", "Baseline"));
        columns.forEach(c -> head.add(c.label()));
        head.add("Cut a week");
        table.add(head);
        var dates = new ArrayList<>(List.of("", ""));
        columns.forEach(c -> dates.add(c.date()));
        table.add(dates);
        rows.forEach(row -> addTo(table, row));
        return Plain.heading(title) + Plain.table(table) + "\n" + Plain.notes(notes);
    }

    private static void addTo(List<List<String>> table, Row row) {
        var targets = new ArrayList<>(List.of(row.name(), row.baseline()));
        row.dues().forEach(d -> targets.add(d.target()));
        targets.add(row.cut());
        table.add(targets);
        var projected =
                new ArrayList<>(List.of(row.until().isEmpty() ? "" : "  cut " + row.until(), ""));
        row.dues().forEach(d -> projected.add(d.projected().isEmpty() ? "" : "→ " + d.projected()));
        if (projected.stream().anyMatch(c -> !c.isEmpty())) {
            table.add(projected);
        }
    }
}
