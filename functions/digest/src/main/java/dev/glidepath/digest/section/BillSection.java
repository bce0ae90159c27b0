package dev.glidepath.digest.section;

import dev.glidepath.core.assess.Assessment;
import dev.glidepath.core.assess.Bill;
import dev.glidepath.core.assess.Hints;
import dev.glidepath.core.assess.NextRule;
import dev.glidepath.core.figures.Figures;
import dev.glidepath.core.figures.Names;
import dev.glidepath.digest.figures.Plain;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// The week's bill to the cent: what counts towards the targets and what does not.
///
/// @param rule lines to paste into the plan; none where no rule would help
public record BillSection(String title, List<Row> rows, List<String> notes, List<String> rule)
        implements Section {

    public record Row(String name, String amount, boolean isTotal) {}

    static BillSection of(Assessment assessment, Figures figures) {
        var bill = assessment.bill().toTheCent();
        var rows = new ArrayList<Row>();
        rows.add(new Row("Counted towards the targets", figures.cents(bill.counted()), false));
        for (var part : bill.notCounted()) {
            var name = Names.clean(part.chargeCategory(), "(no category)");
            rows.add(new Row(name + ", not counted", figures.cents(part.amount()), false));
        }
        rows.add(new Row("All charges of the week", figures.cents(bill.total()), true));
        var next = assessment.hints().nextRule();
        var notes = new ArrayList<>(notes(bill, figures));
        next.ifPresent(n -> notes.add(suggestion(n, figures)));
        return new BillSection(
                "The week's bill", rows, notes, next.map(BillSection::lines).orElse(List.of()));
    }

    private static List<String> notes(Bill bill, Figures figures) {
        var notes = new ArrayList<String>();
        for (var money : bill.otherCurrencies()) {
            var currency = Names.clean(money.currency(), "(no currency)");
            notes.add(
                    "Not in the totals: %s %s."
                            .formatted(currency, figures.decimal(money.amount(), 2)));
        }
        if (bill.unpriced() > 0) {
            notes.add(
                    "%s rows have no amount in this metric and are in no total."
                            .formatted(figures.count(bill.unpriced())));
        }
        return notes;
    }

    private static String suggestion(NextRule next, Figures figures) {
        return "Unallocated is %s a month. This rule, under match of a category, would take %s a month of it, more than any other that takes nothing from another category:"
                .formatted(
                        figures.money(Hints.perMonth(next.unallocated())),
                        figures.money(Hints.perMonth(next.cost())));
    }

    private static List<String> lines(NextRule next) {
        var lines = new ArrayList<String>();
        for (var condition : next.rule().conditions()) {
            lines.add(
                    (lines.isEmpty() ? "- " : "  ")
                            + condition.subject().toString().toLowerCase(Locale.ROOT)
                            + ": "
                            + quoted(condition.patterns().getFirst()));
        }
        return lines;
    }

    /// As YAML writes any text.
    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    @Override
    public String text() {
        return Plain.heading(title)
                + Plain.table(rows.stream().map(r -> List.of(r.name(), r.amount())).toList())
                + (notes.isEmpty() ? "" : "\n" + Plain.notes(notes))
                + rule.stream().map(line -> "  " + line + "\n").collect(Collectors.joining());
    }
}
