package dev.glidepath.digest.section;

import dev.glidepath.core.assess.Assessment;
import dev.glidepath.core.bridge.Bridge;
import dev.glidepath.core.bridge.Step;
import dev.glidepath.core.bridge.Step.Kind;
import dev.glidepath.core.calendar.Week;
import dev.glidepath.core.figures.Days;
import dev.glidepath.core.figures.Figures;
import dev.glidepath.core.figures.Tone;
import dev.glidepath.core.money.Split;
import dev.glidepath.digest.figures.Plain;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/// Why the week cost something else than the week before: to the cent, from one total to the other.
public record BridgeSection(String title, List<Row> rows, List<String> notes) implements Section {

    private static final String TITLE = "Why it moved";

    /// @param cause the largest, and `whose` it is; empty for the weeks' totals
    public record Row(
            String name, String cause, String whose, String amount, Tone tone, boolean isTotal) {}

    static BridgeSection of(Assessment assessment, Figures figures) {
        var week = assessment.frame().week();
        return switch (assessment.changes().bridge()) {
            case Bridge.Told told -> told(told, week, assessment, figures.inCents());
            case Bridge.NotComparable(var incomplete) ->
                    new BridgeSection(
                            TITLE,
                            List.of(),
                            List.of(
                                    "Not compared: %s is not complete."
                                            .formatted(Days.number(incomplete))));
        };
    }

    private static BridgeSection told(
            Bridge.Told told, Week week, Assessment assessment, Figures cents) {
        var before = cents.round(told.before());
        var after = cents.round(told.after());
        var amounts =
                Split.rounded(
                        told.steps().stream().map(Step::amount).toList(), after.subtract(before));
        var rows = new ArrayList<Row>();
        var kinds = new ArrayList<Kind>();
        rows.add(total(week.previous(), before, cents));
        for (int i = 0; i < amounts.size(); i++) {
            var step = told.steps().get(i);
            if (amounts.get(i).signum() != 0) {
                rows.add(row(step, amounts.get(i), assessment, cents));
                kinds.add(step.kind());
            }
        }
        rows.add(total(week, after, cents));
        return new BridgeSection(TITLE, rows, notes(kinds));
    }

    private static Row total(Week week, BigDecimal amount, Figures cents) {
        return new Row(Days.number(week), "", "", cents.money(amount), Tone.NEUTRAL, true);
    }

    private static Row row(Step step, BigDecimal amount, Assessment assessment, Figures cents) {
        var largest = step.largest();
        return new Row(
                Causes.name(step.kind()),
                Causes.told(largest.cause()) + ", " + cents.signed(part(step, amount)),
                Causes.answering(largest.cause().category(), assessment),
                cents.signed(amount),
                Tone.of(amount),
                false);
    }

    /// A cause that is all of its step is rounded as the step is.
    private static BigDecimal part(Step step, BigDecimal rounded) {
        var part = step.largest().amount();
        return part.compareTo(step.amount()) == 0 ? rounded : part;
    }

    private static List<String> notes(List<Kind> kinds) {
        if (kinds.isEmpty()) {
            return List.of("Nothing moved it.");
        }
        var meanings = new ArrayList<>(kinds.stream().map(Causes::meaning).toList());
        meanings.add(
                "Below each: its largest cause and who answers for it. Any other step is nil.");
        return List.of(String.join(" ", meanings));
    }

    @Override
    public String text() {
        var table = new ArrayList<List<String>>();
        for (var row : rows) {
            table.add(List.of(row.name(), row.amount()));
            if (!row.isTotal()) {
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
