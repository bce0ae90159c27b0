package dev.glidepath.digest.section;

import dev.glidepath.core.assess.Assessment;
import dev.glidepath.core.assess.Return;
import dev.glidepath.core.figures.Days;
import dev.glidepath.core.figures.Figures;
import dev.glidepath.core.figures.Names;
import dev.glidepath.digest.figures.Plain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// What the initiatives have brought so far, against what they cost.
public record InitiativeSection(
        String title, List<String> columns, List<Row> rows, List<String> notes) implements Section {

    /// @param under when it began, what is expected of it, when it pays back
    public record Row(String name, String under, List<String> cells) {}

    /// Empty for a plan, or a scope, without initiatives.
    static Optional<InitiativeSection> of(Assessment assessment, Figures figures) {
        var all = assessment.programme().initiatives();
        if (all.isEmpty()) {
            return Optional.empty();
        }
        var rows = new ArrayList<Row>();
        var waiting = new ArrayList<String>();
        for (var each : all) {
            switch (each) {
                case Return.Begun begun -> rows.add(row(begun, figures));
                case Return.NotBegun(var initiative) -> waiting.add(Names.clean(initiative.name()));
            }
        }
        return Optional.of(
                new InitiativeSection(
                        "Initiatives",
                        List.of("", "Invested", "Verified", "ROI"),
                        rows,
                        notes(rows, waiting)));
    }

    private static Row row(Return.Begun begun, Figures figures) {
        var planned = begun.initiative().figures();
        return new Row(
                Names.clean(begun.initiative().name()),
                "begun %s · %s expected by now · planned ROI %s · %s"
                        .formatted(
                                Days.day(begun.since()),
                                figures.money(begun.expected()),
                                figures.wholePercent(planned.roi()),
                                payback(begun.payback())),
                List.of(
                        begun.invested().map(figures::money).orElse(Figures.NONE),
                        begun.verified().map(figures::money).orElse(Figures.NONE),
                        begun.roi().map(figures::wholePercent).orElse(Figures.NONE)));
    }

    private static String payback(Return.Payback payback) {
        return switch (payback) {
            case Return.Payback.Done() -> "paid back";
            case Return.Payback.On(var day) -> "pays back by " + Days.day(day);
            case Return.Payback.None() -> "no payback in sight";
        };
    }

    private static List<String> notes(List<Row> rows, List<String> waiting) {
        var notes = new ArrayList<String>();
        if (!rows.isEmpty()) {
            notes.add(
                    "Verified: confirmed savings on the bill that began since the initiative did, in the categories that it moves; where several had begun, shared out by their planned savings. ROI is verified over invested. Payback at the pace of the last 28 days. %s: not stated in the plan, or no reference yet."
                            .formatted(Figures.NONE));
        }
        if (!waiting.isEmpty()) {
            notes.add(
                    "Not begun, by the plan: "
                            + waiting.stream().collect(Collectors.joining(", "))
                            + ".");
        }
        return notes;
    }

    @Override
    public String text() {
        var table = new ArrayList<List<String>>();
        if (!rows.isEmpty()) {
            table.add(columns);
        }
        for (var row : rows) {
            var cells = new ArrayList<String>();
            cells.add(row.name());
            cells.addAll(row.cells());
            table.add(cells);
            table.add(List.of("  " + row.under()));
        }
        return Plain.heading(title)
                + Plain.table(table)
                + (table.isEmpty() ? "" : "\n")
                + Plain.notes(notes);
    }
}
