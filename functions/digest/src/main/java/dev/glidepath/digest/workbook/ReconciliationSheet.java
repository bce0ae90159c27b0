package dev.glidepath.digest.workbook;

import dev.glidepath.core.cost.Execution;
import dev.glidepath.core.figures.Days;
import dev.glidepath.core.figures.Names;
import dev.glidepath.core.figures.Words;
import dev.glidepath.core.money.Money;
import dev.glidepath.digest.workbook.Sheet.Cell;
import dev.glidepath.digest.workbook.Sheet.Count;
import dev.glidepath.digest.workbook.Sheet.Exact;
import dev.glidepath.digest.workbook.Sheet.Title;

import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/// The detail against the bill, the digest's own checks, and where all of it comes from.
final class ReconciliationSheet {

    private static final String ROUNDING =
            "Summary and Variance: cents, rounded so that a column adds up to its total, which is the"
                    + " exact total rounded half up. Detail: not rounded. Above: exact, as text.";

    private ReconciliationSheet() {}

    static void write(Sheet sheet, Book book) {
        sheet.width(0, 66);
        for (int column = 1; column < 5; column++) {
            sheet.width(column, 26);
        }
        sheet.titles("Sum of the detail against the bill", "Detail", "Bill", "Difference", "");
        sheet.freeze();
        Reconciliation.of(book).ties().forEach(tie -> addTo(sheet, tie));
        sheet.row();
        sheet.titles("Sums of the digest, each made in two ways", "One", "Other", "Difference");
        book.assessment().checks().stream()
                .map(c -> new Tie(c.name(), c.left(), c.right()))
                .forEach(tie -> addTo(sheet, tie));
        sheet.row();
        addReceipt(sheet, book);
        sheet.row();
        if (book.assessment().frame().scope().isEmpty()) {
            addExecutions(sheet, book.provenance().executions());
        }
    }

    /// Both sums as text, as a spreadsheet's numbers end at fifteen digits.
    private static void addTo(Sheet sheet, Tie tie) {
        sheet.row(
                Sheet.text(Names.clean(tie.what())),
                Sheet.text(exact(tie.detail())),
                Sheet.text(exact(tie.other())),
                new Exact(tie.difference()),
                Sheet.text(tie.closes() ? "closes" : "DOES NOT CLOSE"));
    }

    private static void addReceipt(Sheet sheet, Book book) {
        var frame = book.assessment().frame();
        var provenance = book.provenance();
        var rows = new ArrayList<List<Cell>>();
        rows.add(List.of(new Title("Receipt")));
        add(
                rows,
                "Metric",
                Words.metric(book.basis().metric()) + ", in " + book.basis().currency());
        add(rows, "Data through", Days.day(frame.settled().through()));
        add(rows, "As of", Days.time(provenance.asOf(), ZoneOffset.UTC));
        add(rows, "Plan", "version " + provenance.planId());
        add(rows, "Rules", "version " + provenance.allocationVersion());
        add(rows, "Glidepath", Names.clean(provenance.codeVersion()));
        add(rows, "Cost centres", book.costCentres().definition());
        add(rows, "Rounding", ROUNDING);
        add(rows, "Detail", listed(DetailRows.of(book)));
        rows.forEach(sheet::row);
    }

    private static String listed(DetailRows detail) {
        return detail.notListed() == 0
                ? "Every charge of both weeks, by day, service, account, region and charge category."
                : "The %s largest charges of both weeks; %s smaller ones stand together per day, category, charge category and currency."
                        .formatted(DetailRows.MOST, detail.notListed());
    }

    private static void add(List<List<Cell>> rows, String name, String value) {
        rows.add(List.of(Sheet.text(name), Sheet.text(value)));
    }

    /// To who sees a part of the cost, an export's name and rows would tell of the rest.
    private static void addExecutions(Sheet sheet, List<Execution> executions) {
        sheet.titles(
                "Read: export",
                "Billing period",
                "Execution",
                "Delivered",
                "Format",
                "Files",
                "Rows");
        for (var execution : executions) {
            var id = execution.id();
            sheet.row(
                    Sheet.text(Names.clean(id.export())),
                    Sheet.text(id.billingPeriod().toString()),
                    Sheet.text(Names.clean(id.executionId())),
                    Sheet.text(Days.time(id.delivered(), ZoneOffset.UTC)),
                    Sheet.text(Names.clean(execution.source().format())),
                    new Count(execution.files().size()),
                    new Count(execution.rows()));
        }
    }

    private static String exact(BigDecimal amount) {
        return Money.normalise(amount).toPlainString();
    }
}
