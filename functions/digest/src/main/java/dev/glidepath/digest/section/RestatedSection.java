package dev.glidepath.digest.section;

import dev.glidepath.core.assess.Assessment;
import dev.glidepath.core.assess.Restated;
import dev.glidepath.core.cost.Execution;
import dev.glidepath.core.figures.Days;
import dev.glidepath.core.figures.Figures;
import dev.glidepath.core.figures.Names;
import dev.glidepath.core.figures.Tone;
import dev.glidepath.digest.Letterhead;
import dev.glidepath.digest.figures.Plain;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/// What became different since the last mail of the weeks that it showed.
public record RestatedSection(
        String title, List<String> columns, List<Row> rows, List<String> notes) implements Section {

    private static final String TITLE = "Restated since the last mail";
    private static final int MOST_SOURCES = 4;

    /// @param cause the largest, and `whose` it is; empty where they cancel out
    public record Row(String name, String cause, String whose, Amounts amounts, Tone tone) {}

    public record Amounts(String before, String now, String change) {}

    static RestatedSection of(Assessment assessment, Letterhead letterhead, Figures figures) {
        return switch (assessment.changes().restated()) {
            case Restated.Since since -> since(since, assessment, figures.inCents());
            case Restated.OtherRules(var lastMail) ->
                    note(
                            "Not compared: since %s, other rules put the charges of earlier weeks into categories."
                                    .formatted(figures.time(lastMail)));
            case Restated.NoMailBefore() ->
                    note(
                            letterhead
                                    .lastMail()
                                    .map(
                                            last ->
                                                    "The mail of %s had no complete week to compare with."
                                                            .formatted(last.week()))
                                    .orElse("No mail was sent to you in the 26 weeks before."));
        };
    }

    private static RestatedSection since(
            Restated.Since since, Assessment assessment, Figures cents) {
        var rows =
                since.weeks().stream()
                        .filter(p -> change(p, cents).signum() != 0)
                        .map(p -> row(p, assessment, cents))
                        .toList();
        var at = cents.time(since.lastMail());
        if (rows.isEmpty()) {
            return note("No earlier week has changed since %s.%s".formatted(at, rest(since)));
        }
        var total =
                since.weeks().stream()
                        .map(p -> change(p, cents))
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
        boolean whole = assessment.frame().scope().isEmpty();
        var notes = new ArrayList<>(sources(since.sources(), total, cents, whole));
        notes.add("Compared with what was known on %s.%s".formatted(at, rest(since)));
        return new RestatedSection(
                TITLE, List.of("Week", "Known then", "Known now", "Change"), rows, notes);
    }

    private static String rest(Restated.Since since) {
        return since.incomplete().isEmpty()
                ? ""
                : since.incomplete().stream()
                        .map(Days::number)
                        .collect(
                                Collectors.joining(
                                        ", ", " Not complete then, and not compared: ", "."));
    }

    private static RestatedSection note(String note) {
        return new RestatedSection(TITLE, List.of(), List.of(), List.of(note));
    }

    private static Row row(Restated.Period period, Assessment assessment, Figures cents) {
        var change = change(period, cents);
        return new Row(
                period.week().map(Days::number).orElse("before"),
                period.largest().map(cause -> told(cause, period, cents)).orElse(""),
                period.largest()
                        .map(cause -> Causes.answering(cause.category(), assessment))
                        .orElse(""),
                new Amounts(
                        cents.money(period.before()),
                        cents.money(period.now()),
                        cents.signed(change)),
                Tone.of(change));
    }

    /// A cause that is all of the change is rounded as the change is.
    private static String told(Restated.Cause cause, Restated.Period period, Figures cents) {
        boolean all = cause.change().compareTo(period.change()) == 0;
        return "%s, %s, %s"
                .formatted(
                        Causes.told(cause.why()),
                        Names.clean(cause.service(), "no service"),
                        cents.signed(all ? change(period, cents) : cause.change()));
    }

    private static BigDecimal change(Restated.Period period, Figures cents) {
        return cents.round(period.now()).subtract(cents.round(period.before()));
    }

    /// The largest takes the cents by which the rounded ones miss the total of the rows.
    private static List<String> sources(
            List<Restated.Source> sources, BigDecimal total, Figures cents, boolean whole) {
        var largest =
                sources.stream()
                        .sorted(
                                Comparator.comparing((Restated.Source s) -> s.change().abs())
                                        .reversed())
                        .toList();
        var shown = largest.subList(0, Math.min(largest.size(), MOST_SOURCES));
        var others = largest.subList(shown.size(), largest.size());
        var rest = sum(others.stream().map(Restated.Source::change).toList());
        if (shown.isEmpty()) {
            return List.of();
        }
        var amounts = new ArrayList<>(shown.stream().map(s -> cents.round(s.change())).toList());
        var missing = total.subtract(sum(amounts)).subtract(cents.round(rest));
        amounts.set(0, amounts.getFirst().add(missing));
        var texts = new ArrayList<String>();
        for (int i = 0; i < shown.size(); i++) {
            texts.add(cents.signed(amounts.get(i)) + told(shown.get(i), whole));
        }
        if (!others.isEmpty()) {
            texts.add("%s by %s other deliveries.".formatted(cents.signed(rest), others.size()));
        }
        return texts;
    }

    private static BigDecimal sum(List<BigDecimal> amounts) {
        return amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /// @param whole to who sees a part of the cost, an export's name would tell of the rest
    private static String told(Restated.Source source, boolean whole) {
        var now = source.now();
        if (!whole) {
            return " by a delivery of %s.".formatted(now.billingPeriod());
        }
        return " by %s, %s: execution %s %s."
                .formatted(
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
            if (!row.cause().isEmpty()) {
                table.add(List.of("  " + row.cause()));
                table.add(List.of("  " + row.whose()));
            }
        }
        return Plain.heading(title)
                + Plain.table(table)
                + (table.isEmpty() ? "" : "\n")
                + Plain.notes(notes);
    }
}
