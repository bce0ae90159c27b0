package dev.glidepath.digest.workbook;

import dev.glidepath.core.calendar.Week;
import dev.glidepath.core.cost.CostLine;
import dev.glidepath.core.figures.Names;
import dev.glidepath.core.figures.Words;
import dev.glidepath.digest.workbook.Sheet.Cell;
import dev.glidepath.digest.workbook.Sheet.Count;
import dev.glidepath.digest.workbook.Sheet.Day;
import dev.glidepath.digest.workbook.Sheet.Exact;
import dev.glidepath.digest.workbook.Sheet.None;

import java.util.List;

/// The charges of the week and the one before, one fact a row: to be filtered and summed. Amounts
/// are not rounded.
final class DetailSheet {

    private static final List<String> TITLES =
            List.of(
                    "Day",
                    "Week",
                    "Category",
                    "Cost centre",
                    "Provider",
                    "Service",
                    "Account",
                    "Account name",
                    "Region",
                    "Charge category",
                    "Counts",
                    "Currency",
                    "Metric",
                    "Amount",
                    "Rows");

    private DetailSheet() {}

    static void write(Sheet sheet, Book book) {
        sheet.titles(TITLES);
        sheet.freeze();
        for (int column : new int[] {2, 3, 5}) {
            sheet.width(column, 28);
        }
        var detail = DetailRows.of(book);
        detail.rows().forEach(row -> sheet.row(row.isRest() ? rest(row, book) : cells(row, book)));
        sheet.filter(0, TITLES.size());
    }

    private static List<Cell> cells(DetailRows.Row row, Book book) {
        var dimensions = row.line().dimensions();
        return cells(
                row,
                book,
                book.costCentres().of(dimensions),
                Names.clean(dimensions.service().name(), ""));
    }

    private static List<Cell> rest(DetailRows.Row row, Book book) {
        return cells(row, book, "(smaller charges together)", "(smaller charges together)");
    }

    private static List<Cell> cells(
            DetailRows.Row row, Book book, String costCentre, String service) {
        var line = row.line();
        var dimensions = line.dimensions();
        return List.of(
                new Day(row.day()),
                Sheet.text(Week.of(row.day()).toString()),
                Sheet.text(Names.clean(line.category())),
                Sheet.text(costCentre),
                Sheet.text(Names.clean(dimensions.service().provider(), "")),
                Sheet.text(service),
                Sheet.text(Names.clean(dimensions.subAccount().id(), "")),
                Sheet.text(Names.clean(dimensions.subAccount().name(), "")),
                Sheet.text(Names.clean(dimensions.region(), "")),
                Sheet.text(Names.clean(dimensions.charge().category())),
                Sheet.text(book.counts(line) ? "yes" : "no"),
                Sheet.text(dimensions.currency()),
                Sheet.text(Words.metric(book.basis().metric())),
                amount(line, book),
                new Count(line.rows()));
    }

    private static Cell amount(CostLine line, Book book) {
        var amount = line.amounts().of(book.basis().metric());
        return amount == null ? new None() : new Exact(amount);
    }
}
