package dev.glidepath.digest.workbook;

import dev.glidepath.core.assess.Bill;
import dev.glidepath.core.assess.Finding;
import dev.glidepath.core.assess.Standing;
import dev.glidepath.core.figures.Days;
import dev.glidepath.core.figures.Names;
import dev.glidepath.core.figures.Words;
import dev.glidepath.digest.workbook.Sheet.Cents;
import dev.glidepath.digest.workbook.Sheet.Title;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// The verdict, and the week's bill.
final class SummarySheet {

    private SummarySheet() {}

    static void write(Sheet sheet, Book book) {
        sheet.width(0, 34);
        sheet.width(1, 30);
        var frame = book.assessment().frame();
        sheet.row(new Title("Cloud costs, " + frame.week()), Sheet.text(Days.span(frame.week())));
        if (book.finding() instanceof Finding.Held(_, var reasons)) {
            reasons.forEach(r -> sheet.row(new Title("HELD"), Sheet.text(Names.clean(r))));
        }
        sheet.row(
                Sheet.text("Metric"),
                Sheet.text(Words.metric(book.basis().metric()) + " in " + book.basis().currency()));
        sheet.row(Sheet.text("Categories"), Sheet.text(scope(book)));
        sheet.row(Sheet.text("Settled through"), new Sheet.Day(frame.settled().through()));
        sheet.row();
        addStanding(sheet, book);
        sheet.row();
        addBill(sheet, book.assessment().bill());
    }

    private static String scope(Book book) {
        var scope = book.assessment().frame().scope();
        return scope.isEmpty() ? "all" : Names.clean(String.join(", ", scope));
    }

    private static void addStanding(Sheet sheet, Book book) {
        var standing = book.assessment().targets().total().standing();
        sheet.row(new Title("Against the plan, a month"), Sheet.text(Words.status(standing)));
        switch (standing) {
            case Standing.Measured m -> {
                var runRate = cents(m.runRate());
                var allowed = cents(m.allowed());
                sheet.row(Sheet.text("Run-rate"), new Cents(runRate));
                sheet.row(Sheet.text("Allowed"), new Cents(allowed));
                sheet.row(Sheet.text("Gap"), new Cents(runRate.subtract(allowed)));
            }
            case Standing.NoTarget(var runRate) ->
                    sheet.row(Sheet.text("Run-rate"), new Cents(cents(runRate)));
            case Standing.NotEnoughData(int known, _) ->
                    sheet.row(Sheet.text("Known"), Sheet.text(known + " of 28 days"));
        }
    }

    private static void addBill(Sheet sheet, Bill exact) {
        var bill = exact.toTheCent();
        sheet.row(new Title("The week's bill"));
        sheet.row(Sheet.text("Counted towards the targets"), new Cents(bill.counted()));
        for (var part : bill.notCounted()) {
            sheet.row(
                    Sheet.text("Not counted: " + Names.clean(part.chargeCategory())),
                    new Cents(part.amount()));
        }
        sheet.row(new Title("All charges of the week"), new Cents(bill.total()));
        bill.otherCurrencies()
                .forEach(
                        m ->
                                sheet.row(
                                        Sheet.text("Beside it, in " + Names.clean(m.currency())),
                                        new Cents(cents(m.amount()))));
        if (bill.unpriced() > 0) {
            sheet.row(
                    Sheet.text("Rows without an amount in this metric"),
                    new Sheet.Count(bill.unpriced()));
        }
    }

    private static BigDecimal cents(BigDecimal amount) {
        return amount.setScale(2, RoundingMode.HALF_UP);
    }
}
