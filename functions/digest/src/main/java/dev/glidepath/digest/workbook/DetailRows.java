package dev.glidepath.digest.workbook;

import dev.glidepath.core.cost.CostLine;
import dev.glidepath.core.cost.DailyCost;
import dev.glidepath.core.cost.Dimensions;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The charges that the detail lists one by one: all, or the largest of very many. What is not
/// listed is in rows of its own per day, category, charge category and currency, so that each of
/// their sums stays what it is.
record DetailRows(List<Row> rows, int notListed) {

    static final int MOST = 10_000;

    /// @param isRest the sum of what is not listed
    record Row(LocalDate day, CostLine line, boolean isRest) {}

    static DetailRows of(Book book) {
        var days = new TreeMap<>(book.charges().detail());
        var all = new ArrayList<Row>();
        days.subMap(book.week().previous().monday(), true, book.week().sunday(), true)
                .forEach((day, lines) -> lines.forEach(l -> all.add(new Row(day, l, false))));
        return all.size() <= MOST ? new DetailRows(all, 0) : bounded(all, book);
    }

    private static DetailRows bounded(List<Row> all, Book book) {
        var bySize = Comparator.comparing((Row row) -> book.amount(row.line()).abs()).reversed();
        var listed = new HashSet<>(all.stream().sorted(bySize).limit(MOST).toList());
        var rest = new TreeMap<LocalDate, List<CostLine>>();
        var rows = new ArrayList<Row>();
        for (var row : all) {
            if (listed.contains(row)) {
                rows.add(row);
            } else {
                rest.computeIfAbsent(row.day(), _ -> new ArrayList<>()).add(row.line());
            }
        }
        rest.forEach(
                (day, lines) ->
                        DailyCost.rollUp(lines, DetailRows::coarse)
                                .forEach(l -> rows.add(new Row(day, l, true))));
        rows.sort(Comparator.comparing(Row::day));
        return new DetailRows(rows, all.size() - MOST);
    }

    private static Dimensions coarse(Dimensions dimensions) {
        return new Dimensions(
                dimensions.currency(),
                new Dimensions.Service(null, null, null),
                new Dimensions.SubAccount(null, null),
                null,
                dimensions.charge(),
                Map.of());
    }
}
