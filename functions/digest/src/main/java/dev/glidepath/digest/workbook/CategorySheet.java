package dev.glidepath.digest.workbook;

import dev.glidepath.core.assess.Line;
import dev.glidepath.core.figures.Days;
import dev.glidepath.core.figures.Names;
import dev.glidepath.core.figures.TargetAmounts;
import dev.glidepath.core.figures.Words;
import dev.glidepath.core.money.Split;
import dev.glidepath.digest.workbook.Sheet.Cell;
import dev.glidepath.digest.workbook.Sheet.Cents;
import dev.glidepath.digest.workbook.Sheet.None;
import dev.glidepath.digest.workbook.Sheet.Share;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Each category of the plan against its glide path, and its last four weeks. The cents of a column
/// add up to its total.
final class CategorySheet {

    private static final int SCALE = 2;

    private CategorySheet() {}

    static void write(Sheet sheet, Book book) {
        sheet.width(0, 32);
        sheet.width(1, 28);
        sheet.titles(titles(book));
        sheet.freeze();
        var targets = book.assessment().targets();
        var lines = targets.lines();
        var runRates = column(lines.stream().map(TargetAmounts::runRate).toList());
        var allowed = column(lines.stream().map(TargetAmounts::allowed).toList());
        var weeks =
                IntStream.range(0, book.assessment().weeks().size())
                        .mapToObj(week -> Split.rounded(week(lines, week), SCALE))
                        .toList();
        for (int i = 0; i < lines.size(); i++) {
            int line = i;
            var row = weeks.stream().map(column -> column.get(line)).toList();
            sheet.row(cells(lines.get(i), runRates.get(i), allowed.get(i), row));
        }
        var total = targets.total();
        sheet.row(
                cells(
                        total,
                        TargetAmounts.runRate(total).map(CategorySheet::rounded),
                        TargetAmounts.allowed(total).map(CategorySheet::rounded),
                        total.weeks().stream().map(CategorySheet::rounded).toList()));
    }

    private static List<String> titles(Book book) {
        var frame = book.assessment().frame();
        var titles =
                new ArrayList<>(
                        List.of(
                                "Category",
                                "Owner",
                                "Run-rate a month",
                                "Allowed " + Days.day(frame.asOf()),
                                "Gap",
                                "Gap %",
                                "Status"));
        book.assessment().weeks().forEach(w -> titles.add(w.week().toString()));
        titles.add("Change of the week");
        return titles;
    }

    private static List<Cell> cells(
            Line line,
            Optional<BigDecimal> runRate,
            Optional<BigDecimal> allowed,
            List<BigDecimal> weeks) {
        var gap = runRate.flatMap(r -> allowed.map(r::subtract));
        var cells = new ArrayList<Cell>();
        cells.add(Sheet.text(Names.clean(line.name())));
        cells.add(Sheet.text(Names.clean(line.owner())));
        cells.add(cents(runRate));
        cells.add(cents(allowed));
        cells.add(cents(gap));
        cells.add(share(gap, allowed));
        cells.add(Sheet.text(Words.status(line.standing())));
        weeks.forEach(week -> cells.add(new Cents(week)));
        cells.add(new Cents(weeks.getLast().subtract(weeks.get(weeks.size() - 2))));
        return cells;
    }

    private static Cell cents(Optional<BigDecimal> amount) {
        return amount.<Cell>map(Cents::new).orElseGet(None::new);
    }

    private static Cell share(Optional<BigDecimal> gap, Optional<BigDecimal> allowed) {
        return gap.isEmpty() || allowed.orElse(BigDecimal.ZERO).signum() <= 0
                ? new None()
                : new Share(gap.get().divide(allowed.orElseThrow(), MathContext.DECIMAL64));
    }

    private static List<BigDecimal> week(List<Line> lines, int week) {
        return lines.stream().map(line -> line.weeks().get(week)).toList();
    }

    private static List<Optional<BigDecimal>> column(List<Optional<BigDecimal>> amounts) {
        return amounts.stream().allMatch(Optional::isPresent)
                ? Split.rounded(amounts.stream().map(Optional::orElseThrow).toList(), SCALE)
                        .stream()
                        .map(Optional::of)
                        .toList()
                : amounts.stream().map(a -> a.map(CategorySheet::rounded)).toList();
    }

    private static BigDecimal rounded(BigDecimal amount) {
        return amount.setScale(SCALE, RoundingMode.HALF_UP);
    }
}
