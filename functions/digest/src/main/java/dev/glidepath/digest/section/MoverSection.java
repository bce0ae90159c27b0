package dev.glidepath.digest.section;

import dev.glidepath.core.assess.Assessment;
import dev.glidepath.core.assess.Movers;
import dev.glidepath.core.assess.Movers.Change;
import dev.glidepath.core.assess.Movers.Mover;
import dev.glidepath.core.figures.Days;
import dev.glidepath.core.figures.Figures;
import dev.glidepath.core.figures.Names;
import dev.glidepath.core.figures.Tone;
import dev.glidepath.digest.figures.Plain;

import java.math.BigDecimal;
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
                            rows(compared, figures),
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

    private static List<Row> rows(Movers.Compared compared, Figures figures) {
        var changes = new ArrayList<>(compared.top().stream().map(Mover::change).toList());
        changes.add(compared.others().change());
        var before = figures.column(changes.stream().map(Change::before).toList());
        var after = figures.column(changes.stream().map(Change::after).toList());
        var rows = new ArrayList<Row>();
        for (int i = 0; i < compared.top().size(); i++) {
            var mover = compared.top().get(i);
            rows.add(
                    row(
                            Names.clean(mover.service(), "(no service name)"),
                            under(mover),
                            before.get(i),
                            after.get(i),
                            figures));
        }
        int services = compared.others().services();
        rows.add(
                row(
                        "other (%s %s)".formatted(services, services == 1 ? "service" : "services"),
                        "",
                        before.getLast(),
                        after.getLast(),
                        figures));
        rows.add(total(compared.total(), figures));
        return rows;
    }

    private static Row total(Change total, Figures figures) {
        var before = figures.round(total.before());
        var after = figures.round(total.after());
        var row = row("Total", "", before, after, figures);
        return new Row(row.name(), row.under(), row.amounts(), row.tone(), true);
    }

    private static Row row(
            String name, String under, BigDecimal before, BigDecimal after, Figures figures) {
        var change = after.subtract(before);
        var amounts =
                new Amounts(figures.money(before), figures.money(after), figures.signed(change));
        return new Row(name, under, amounts, Tone.of(change), false);
    }

    private static String under(Mover mover) {
        var provider = Names.clean(mover.provider(), "");
        var category = Names.clean(mover.categories().getFirst());
        int more = mover.categories().size() - 1;
        return (provider.isEmpty() ? "" : provider + " · ")
                + category
                + (more > 0 ? " and %s more".formatted(more) : "");
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
