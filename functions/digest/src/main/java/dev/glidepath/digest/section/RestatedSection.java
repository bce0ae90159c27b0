package dev.glidepath.digest.section;

import dev.glidepath.core.assess.Assessment;
import dev.glidepath.core.assess.Restated;
import dev.glidepath.core.cost.Execution;
import dev.glidepath.digest.figures.Days;
import dev.glidepath.digest.figures.Figures;
import dev.glidepath.digest.figures.Names;
import dev.glidepath.digest.figures.Plain;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// What became different since the last mail of the weeks that it showed.
public record RestatedSection(
        String title, List<String> columns, List<Row> rows, List<String> notes)
        implements Section {

    private static final String TITLE = "Restated since the last mail";
    private static final int MOST_SOURCES = 4;

    /// @param under the largest cause
    public record Row(String name, String under, Amounts amounts, Tone tone) {}

    public record Amounts(String before, String now, String change) {}

    /// Empty for the first mail.
    static Optional<Section> of(Assessment assessment, Figures figures) {
        return switch (assessment.changes().restated()) {
            case Restated.Since since ->
                    Optional.of(since(since, assessment, new Figures(figures.currency(), 2)));
            case Restated.OtherRules(var lastMail) ->
                    Optional.of(
                            note(
                                    "Not compared: since %s, other rules put the charges of earlier weeks into categories."
                                            .formatted(Days.time(lastMail))));
            case Restated.NoMailBefore() -> Optional.empty();
        };
    }

    private static RestatedSection since(
            Restated.Since since, Assessment assessment, Figures cents) {
        var rows =
                since.weeks().stream()
                        .filter(p -> change(p, cents).signum() != 0)
                        .map(p -> row(p, assessment, cents))
                        .toList();
        if (rows.isEmpty()) {
            return note(
                    "No earlier week has changed since %s.".formatted(Days.time(since.lastMail())));
        }
        var notes = new ArrayList<>(sources(since.sources(), cents));
        notes.add("Compared with what was known on %s.".formatted(Days.time(since.lastMail())));
        return new RestatedSection(
                TITLE, List.of("Week", "Known then", "Known now", "Change"), rows, notes);
    }

    private static RestatedSection note(String note) {
        return new RestatedSection(TITLE, List.of(), List.of(), List.of(note));
    }

    private static Row row(Restated.Period period, Assessment assessment, Figures cents) {
        var change = change(period, cents);
        return new Row(
                period.week().map(Days::number).orElse("before"),
                period.largest().map(cause -> told(cause, assessment, cents)).orElse(""),
                new Amounts(
                        cents.money(period.before()),
                        cents.money(period.now()),
                        cents.signed(change)),
                Tone.of(change));
    }

    private static String told(Restated.Cause cause, Assessment assessment, Figures cents) {
        return "%s, %s, %s · %s"
                .formatted(
                        Causes.told(cause.why()),
                        Names.clean(cause.service(), "no service"),
                        cents.signed(cause.change()),
                        Causes.answering(cause.category(), assessment));
    }

    private static BigDecimal change(Restated.Period period, Figures cents) {
        return cents.round(period.now()).subtract(cents.round(period.before()));
    }

    private static List<String> sources(List<Restated.Source> sources, Figures cents) {
        var largest =
                sources.stream()
                        .sorted(
                                Comparator.comparing((Restated.Source s) -> s.change().abs())
                                        .reversed())
                        .toList();
        var texts =
                new ArrayList<>(
                        largest.stream().limit(MOST_SOURCES).map(s -> told(s, cents)).toList());
        if (largest.size() > MOST_SOURCES) {
            var rest =
                    largest.subList(MOST_SOURCES, largest.size()).stream()
                            .map(Restated.Source::change)
                            .reduce(BigDecimal.ZERO, BigDecimal::add);
            texts.add(
                    "%s by %s other deliveries."
                            .formatted(cents.signed(rest), largest.size() - MOST_SOURCES));
        }
        return texts;
    }

    private static String told(Restated.Source source, Figures cents) {
        var now = source.now();
        return "%s by %s, %s: execution %s %s."
                .formatted(
                        cents.signed(source.change()),
                        Names.clean(now.export()),
                        now.billingPeriod(),
                        Names.clean(now.executionId()),
                        source.before()
                                .map(Execution.Id::executionId)
                                .map(id -> "instead of " + Names.clean(id))
                                .orElse("is its first"));
    }

    @Override
    public String text() {
        var table = new ArrayList<List<String>>();
        if (!rows.isEmpty()) {
            table.add(columns);
        }
        for (var row : rows) {
            var a = row.amounts();
            table.add(List.of(row.name(), a.before(), a.now(), a.change()));
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
