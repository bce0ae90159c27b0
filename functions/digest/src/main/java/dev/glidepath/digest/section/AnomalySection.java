package dev.glidepath.digest.section;

import dev.glidepath.core.anomaly.Anomaly;
import dev.glidepath.core.anomaly.Floor;
import dev.glidepath.core.assess.Anomalies;
import dev.glidepath.core.assess.Anomalies.Unusual;
import dev.glidepath.core.assess.Assessment;
import dev.glidepath.core.figures.Days;
import dev.glidepath.core.figures.Figures;
import dev.glidepath.core.figures.Names;
import dev.glidepath.digest.figures.Plain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// What rose without being expected to: since when, by how much so far, what it costs if it stays.
public record AnomalySection(String title, List<String> columns, List<Row> rows, List<String> notes)
        implements Section {

    private static final String TITLE = "Anomalies";

    /// @param whose category and owner
    /// @param what since when, and in place of what
    public record Row(String name, String whose, String what, String soFar, String perMonth) {}

    static AnomalySection of(Assessment assessment, Figures figures) {
        return switch (assessment.hints().anomalies()) {
            case Anomalies.Found found ->
                    new AnomalySection(
                            TITLE,
                            List.of("Service", "So far", "A month if it stays"),
                            found.top().stream()
                                    .map(u -> row(u, found.since(), assessment, figures))
                                    .toList(),
                            notes(found, figures));
            case Anomalies.TooShort(int days) ->
                    new AnomalySection(
                            TITLE,
                            List.of(),
                            List.of(),
                            List.of(
                                    "Not looked for: what is usual shows in 8 weeks of settled days in one piece, and there are %s days."
                                            .formatted(days)));
        };
    }

    private static Row row(
            Unusual unusual, LocalDate since, Assessment assessment, Figures figures) {
        var series = unusual.series();
        var anomaly = unusual.anomaly();
        var cost = figures.round(anomaly.expected().add(anomaly.soFar()));
        var expected = figures.round(anomaly.expected());
        var what =
                "%s: %s in place of the usual %s"
                        .formatted(
                                when(anomaly, since), figures.money(cost), figures.money(expected));
        return new Row(
                Names.clean(series.service(), Names.clean(series.provider(), "(no service name)")),
                Causes.answering(series.category(), assessment),
                what + Causes.most(unusual.largest()),
                figures.signed(cost.subtract(expected)),
                anomaly.perMonth().map(figures::signed).orElse("over"));
    }

    private static String when(Anomaly anomaly, LocalDate since) {
        return switch (anomaly.kind()) {
            case SPIKE -> "Spike, " + span(anomaly.from(), anomaly.through());
            case RISE -> "Rise since " + Days.day(anomaly.from());
            case DRIFT ->
                    (anomaly.from().equals(since) ? "Drift since before " : "Drift since about ")
                            + Days.day(anomaly.from());
        };
    }

    private static String span(LocalDate from, LocalDate through) {
        return from.equals(through)
                ? Days.day(from)
                : Days.withoutYear(from) + " to " + Days.day(through);
    }

    private static List<String> notes(Anomalies.Found found, Figures figures) {
        var notes = new ArrayList<String>();
        if (found.others() > 0) {
            notes.add("%s more cost less so far.".formatted(found.others()));
        }
        notes.add((found.top().isEmpty() ? "None. " : "") + floor(found.floor(), figures));
        return notes;
    }

    private static String floor(Floor floor, Figures figures) {
        return "Shown is usage that costs at least %s (a drift %s) and %s a week more than its own last weeks let expect; its first day is right to about a day, a drift's to two weeks. A fall is none."
                .formatted(
                        figures.wholePercent(floor.rise()),
                        figures.wholePercent(floor.drift()),
                        figures.money(floor.amount()));
    }

    @Override
    public String text() {
        var table = new ArrayList<List<String>>();
        if (!rows.isEmpty()) {
            table.add(columns);
        }
        for (var row : rows) {
            table.add(List.of(row.name(), row.soFar(), row.perMonth()));
            table.add(List.of("  " + row.whose()));
            table.add(List.of("  " + row.what()));
        }
        return Plain.heading(title)
                + Plain.table(table)
                + (table.isEmpty() ? "" : "\n")
                + Plain.notes(notes);
    }
}
