package dev.glidepath.digest.section;

import dev.glidepath.core.assess.Assessment;
import dev.glidepath.core.assess.Provisional;
import dev.glidepath.core.figures.Days;
import dev.glidepath.core.figures.Figures;
import dev.glidepath.core.figures.Names;
import dev.glidepath.digest.figures.Plain;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The days after the last settled one, as AWS estimates them.
///
/// @param rows the last is the total
public record ProvisionalSection(String title, List<Row> rows, List<String> notes)
        implements Section {

    public record Row(String name, String amount, boolean isTotal) {}

    /// Empty where nothing is estimated.
    static Optional<Section> of(Assessment assessment, Figures figures) {
        return assessment.provisional().map(p -> section(p, figures));
    }

    private static Section section(Provisional provisional, Figures figures) {
        var lines = provisional.lines();
        var amounts = figures.column(lines.stream().map(Provisional.Line::amount).toList());
        var rows = new ArrayList<Row>();
        for (int i = 0; i < lines.size(); i++) {
            if (amounts.get(i).signum() != 0) {
                rows.add(row(lines.get(i).category(), amounts.get(i), figures, false));
            }
        }
        rows.add(row("Total", figures.round(provisional.total()), figures, true));
        return new ProvisionalSection(
                "Estimated, " + span(provisional), rows, notes(provisional, figures));
    }

    private static Row row(String name, BigDecimal amount, Figures figures, boolean isTotal) {
        return new Row(Names.clean(name), figures.money(amount), isTotal);
    }

    private static String span(Provisional provisional) {
        return provisional.from().equals(provisional.through())
                ? Days.withoutYear(provisional.from())
                : Days.withoutYear(provisional.from())
                        + " to "
                        + Days.withoutYear(provisional.through());
    }

    private static List<String> notes(Provisional provisional, Figures figures) {
        var month = provisional.month();
        var notes = new ArrayList<String>();
        notes.add(
                "The month to %s: %s settled and %s estimated."
                        .formatted(
                                Days.withoutYear(provisional.through()),
                                figures.money(month.settled()),
                                figures.money(month.estimated())));
        notes.add(
                "Provisional: AWS's own estimate (CloudWatch EstimatedCharges) of its charges, put"
                        + " into categories by account and service. No run-rate and no verdict has"
                        + " it, and the export takes its place.");
        provisional.track().ifPresent(track -> notes.add(track(track, figures)));
        return notes;
    }

    private static String track(Provisional.Track track, Figures figures) {
        return "Earlier estimates, held against the bill of %s %s: off by %s a day in the median, by %s at worst (%s)."
                .formatted(
                        figures.count(track.days()),
                        track.days() == 1 ? "day" : "days",
                        figures.percent(track.median()),
                        figures.percent(track.worst()),
                        Days.withoutYear(track.worstDay()));
    }

    @Override
    public String text() {
        return Plain.heading(title)
                + Plain.table(rows.stream().map(r -> List.of(r.name(), r.amount())).toList())
                + "\n"
                + Plain.notes(notes);
    }
}
