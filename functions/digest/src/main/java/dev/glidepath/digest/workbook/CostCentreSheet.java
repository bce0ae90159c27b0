package dev.glidepath.digest.workbook;

import dev.glidepath.core.calendar.Week;
import dev.glidepath.core.money.Split;
import dev.glidepath.digest.workbook.Sheet.Cell;
import dev.glidepath.digest.workbook.Sheet.Cents;
import dev.glidepath.digest.workbook.Sheet.None;
import dev.glidepath.digest.workbook.Sheet.Share;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/// What counts towards the targets, per cost centre: this week against the one before, the largest
/// first. The cents of a column add up to its total.
final class CostCentreSheet {

    private static final int SCALE = 2;
    private static final int MOST_CENTRES = 1_000;

    private CostCentreSheet() {}

    private record Row(String name, BigDecimal before, BigDecimal after) {
        BigDecimal size() {
            return before.abs().max(after.abs());
        }
    }

    static void write(Sheet sheet, Book book) {
        sheet.width(0, 46);
        sheet.titles(
                "Cost centre",
                book.week().previous().toString(),
                book.week().toString(),
                "Change",
                "Change %");
        sheet.freeze();
        var rows = rows(book);
        var before = Split.rounded(rows.stream().map(Row::before).toList(), SCALE);
        var after = Split.rounded(rows.stream().map(Row::after).toList(), SCALE);
        for (int i = 0; i < rows.size(); i++) {
            sheet.row(cells(new Row(rows.get(i).name(), before.get(i), after.get(i))));
        }
        sheet.row(cells(new Row("Total", sum(before), sum(after))));
        sheet.row();
        sheet.row(Sheet.text(book.costCentres().definition()));
    }

    private static List<Row> rows(Book book) {
        var before = byCentre(book, book.week().previous());
        var after = byCentre(book, book.week());
        var names = new TreeSet<>(before.keySet());
        names.addAll(after.keySet());
        var rows =
                names.stream()
                        .map(
                                name ->
                                        new Row(
                                                name,
                                                before.getOrDefault(name, BigDecimal.ZERO),
                                                after.getOrDefault(name, BigDecimal.ZERO)))
                        .sorted(Comparator.comparing(Row::size).reversed())
                        .toList();
        return rows.size() <= MOST_CENTRES ? rows : bounded(rows);
    }

    private static List<Row> bounded(List<Row> rows) {
        var shown = new ArrayList<>(rows.subList(0, MOST_CENTRES));
        var others = rows.subList(MOST_CENTRES, rows.size());
        shown.add(
                new Row(
                        "and %s more".formatted(others.size()),
                        sum(others.stream().map(Row::before).toList()),
                        sum(others.stream().map(Row::after).toList())));
        return shown;
    }

    private static Map<String, BigDecimal> byCentre(Book book, Week week) {
        var centres = book.costCentres();
        var sums = new TreeMap<String, BigDecimal>();
        book.charges().detail(week).stream()
                .filter(book::counts)
                .forEach(
                        l ->
                                sums.merge(
                                        centres.of(l.dimensions()),
                                        book.amount(l),
                                        BigDecimal::add));
        return sums;
    }

    private static Cell[] cells(Row row) {
        var change = row.after().subtract(row.before());
        return new Cell[] {
            Sheet.text(row.name()),
            new Cents(row.before()),
            new Cents(row.after()),
            new Cents(change),
            row.before().signum() > 0
                    ? new Share(change.divide(row.before(), MathContext.DECIMAL64))
                    : new None()
        };
    }

    private static BigDecimal sum(List<BigDecimal> amounts) {
        return amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
