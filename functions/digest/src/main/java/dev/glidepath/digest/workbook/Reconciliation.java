package dev.glidepath.digest.workbook;

import dev.glidepath.core.calendar.Week;
import dev.glidepath.core.cost.CostLine;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;

/// The detail held against the bill as the mail sums it, exact.
record Reconciliation(List<Tie> ties) {

    static Reconciliation of(Book book) {
        var ties = new ArrayList<Tie>();
        var weeks = book.assessment().targets().total().weeks();
        for (var week : List.of(book.week().previous(), book.week())) {
            boolean newest = week.equals(book.week());
            ties.add(
                    new Tie(
                            week + ": counted towards the targets = Total of the summary",
                            book.sum(counted(book, week)),
                            weeks.get(weeks.size() - (newest ? 1 : 2))));
            ties.addAll(byChargeCategory(book, week));
        }
        ties.add(
                new Tie(
                        book.week() + ": all charges = the week's bill",
                        book.sum(inCurrency(book, book.charges().detail(book.week()))),
                        book.assessment().bill().total()));
        return new Reconciliation(ties);
    }

    boolean closes() {
        return ties.stream().allMatch(Tie::closes);
    }

    private static List<Tie> byChargeCategory(Book book, Week week) {
        var detail = sums(book, book.charges().detail(week));
        var bill = sums(book, book.charges().totals(week));
        var names = new TreeSet<>(detail.keySet());
        names.addAll(bill.keySet());
        return names.stream()
                .map(
                        name ->
                                new Tie(
                                        week + ": " + name + " = the same on the bill",
                                        detail.getOrDefault(name, BigDecimal.ZERO),
                                        bill.getOrDefault(name, BigDecimal.ZERO)))
                .toList();
    }

    private static TreeMap<String, BigDecimal> sums(Book book, List<CostLine> lines) {
        var sums = new TreeMap<String, BigDecimal>();
        for (var line : lines) {
            var dimensions = line.dimensions();
            var name = dimensions.charge().category() + " in " + dimensions.currency();
            sums.merge(name, book.amount(line), BigDecimal::add);
        }
        return sums;
    }

    private static List<CostLine> counted(Book book, Week week) {
        return book.charges().detail(week).stream().filter(book::counts).toList();
    }

    private static List<CostLine> inCurrency(Book book, List<CostLine> lines) {
        return lines.stream()
                .filter(l -> l.dimensions().currency().equals(book.basis().currency()))
                .toList();
    }
}
