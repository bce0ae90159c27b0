package dev.glidepath.digest.section;

import dev.glidepath.core.assess.Assessment;
import dev.glidepath.core.assess.Bill;
import dev.glidepath.core.figures.Figures;
import dev.glidepath.core.figures.Names;
import dev.glidepath.core.money.Split;
import dev.glidepath.digest.figures.Plain;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/// The week's bill to the cent: what counts towards the targets and what does not.
public record BillSection(String title, List<Row> rows, List<String> notes) implements Section {

    public record Row(String name, String amount, boolean isTotal) {}

    static BillSection of(Assessment assessment, Figures figures) {
        var bill = assessment.bill();
        var parts = new ArrayList<BigDecimal>();
        parts.add(bill.counted());
        bill.notCounted().forEach(n -> parts.add(n.amount()));
        var cents = Split.rounded(parts, 2);
        var rows = new ArrayList<Row>();
        rows.add(new Row("Counted towards the targets", figures.cents(cents.getFirst()), false));
        for (int i = 0; i < bill.notCounted().size(); i++) {
            var name = Names.clean(bill.notCounted().get(i).chargeCategory(), "(no category)");
            rows.add(new Row(name + ", not counted", figures.cents(cents.get(i + 1)), false));
        }
        rows.add(new Row("All charges of the week", figures.cents(bill.total()), true));
        return new BillSection("The week's bill", rows, notes(bill));
    }

    private static List<String> notes(Bill bill) {
        var notes = new ArrayList<String>();
        for (var money : bill.otherCurrencies()) {
            var currency = Names.clean(money.currency(), "(no currency)");
            notes.add(
                    "Not in the totals: %s %s."
                            .formatted(currency, Figures.decimal(money.amount(), 2)));
        }
        if (bill.unpriced() > 0) {
            notes.add(
                    "%s rows have no amount in this metric and are in no total."
                            .formatted(Figures.count(bill.unpriced())));
        }
        return notes;
    }

    @Override
    public String text() {
        return Plain.heading(title)
                + Plain.table(rows.stream().map(r -> List.of(r.name(), r.amount())).toList())
                + (notes.isEmpty() ? "" : "\n" + Plain.notes(notes));
    }
}
