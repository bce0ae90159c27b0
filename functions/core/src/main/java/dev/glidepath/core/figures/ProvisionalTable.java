package dev.glidepath.core.figures;

import dev.glidepath.core.assess.Provisional;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// The days after the last settled one, as AWS estimates them.
///
/// @param rows the last is the total
public record ProvisionalTable(String title, List<Row> rows, List<String> notes) {

    private static final int MOST_CODES = 6;

    public record Row(String name, String amount, boolean isTotal) {}

    public static ProvisionalTable of(Provisional provisional, Figures figures) {
        var lines = provisional.lines();
        var amounts = figures.column(lines.stream().map(Provisional.Line::amount).toList());
        var rows = new ArrayList<Row>();
        for (int i = 0; i < lines.size(); i++) {
            if (amounts.get(i).signum() != 0) {
                rows.add(row(lines.get(i).category(), amounts.get(i), figures, false));
            }
        }
        rows.add(row("Total", figures.round(provisional.total()), figures, true));
        return new ProvisionalTable(
                "Estimated, " + days(provisional), rows, notes(provisional, figures));
    }

    /// `11 May to 12 May`.
    public static String days(Provisional provisional) {
        return provisional.from().equals(provisional.through())
                ? Days.withoutYear(provisional.from())
                : Days.withoutYear(provisional.from())
                        + " to "
                        + Days.withoutYear(provisional.through());
    }

    private static Row row(String name, BigDecimal amount, Figures figures, boolean isTotal) {
        return new Row(Names.clean(name), figures.money(amount), isTotal);
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
        if (!provisional.unnamed().isEmpty()) {
            notes.add(unnamed(provisional.unnamed(), figures));
        }
        provisional.track().ifPresent(track -> notes.add(track(track, figures)));
        return notes;
    }

    private static String unnamed(List<String> codes, Figures figures) {
        int more = codes.size() - MOST_CODES;
        return "No bill names the service of these product codes, so they stand for themselves: %s%s."
                .formatted(
                        codes.stream()
                                .limit(MOST_CODES)
                                .map(code -> Names.clean(code, "(no code)"))
                                .collect(Collectors.joining(", ")),
                        more > 0 ? " and %s more".formatted(figures.count(more)) : "");
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
}
