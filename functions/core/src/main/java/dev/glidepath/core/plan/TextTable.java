package dev.glidepath.core.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Aligned columns, in all no wider than [#WIDEST]. A cell that is too wide goes on in the next
/// line.
final class TextTable {

    static final int WIDEST = 110;
    private static final String GAP = "  ";

    private final List<Column> columns;
    private final List<List<String>> rows = new ArrayList<>();

    /// @param widest where the cell's text is broken
    record Column(String title, boolean number, int widest) {
        static Column text(String title, int widest) {
            return new Column(title, false, widest);
        }

        static Column number(String title) {
            return new Column(title, true, 20);
        }
    }

    TextTable(Column... columns) {
        this.columns = List.of(columns);
    }

    TextTable(List<Column> columns) {
        this.columns = List.copyOf(columns);
    }

    void row(List<String> cells) {
        rows.add(List.copyOf(cells));
    }

    void row(String... cells) {
        row(List.of(cells));
    }

    List<String> lines() {
        var limits = columns.stream().mapToInt(Column::widest).toArray();
        var broken = broken(limits);
        var widths = widths(broken);
        while (Arrays.stream(widths).sum() + GAP.length() * (widths.length - 1) > WIDEST) {
            int widest = widest(widths);
            limits[widest] = widths[widest] - 1;
            broken = broken(limits);
            widths = widths(broken);
        }
        var lines = new ArrayList<String>();
        for (var cells : broken) {
            lines.addAll(lines(cells, widths));
        }
        return lines;
    }

    private List<List<List<String>>> broken(int[] limits) {
        return Stream.concat(Stream.of(columns.stream().map(Column::title).toList()), rows.stream())
                .map(
                        row ->
                                IntStream.range(0, limits.length)
                                        .mapToObj(i -> wrap(row.get(i), limits[i]))
                                        .toList())
                .toList();
    }

    private int[] widths(List<List<List<String>>> rows) {
        return IntStream.range(0, columns.size()).map(i -> width(rows, i)).toArray();
    }

    private static int widest(int[] widths) {
        return IntStream.range(0, widths.length)
                .boxed()
                .max(Comparator.comparingInt(i -> widths[i]))
                .orElseThrow();
    }

    private static int width(List<List<List<String>>> rows, int column) {
        return rows.stream()
                .flatMap(cells -> cells.get(column).stream())
                .mapToInt(String::length)
                .max()
                .orElse(0);
    }

    private List<String> lines(List<List<String>> cells, int[] widths) {
        int height = cells.stream().mapToInt(List::size).max().orElse(0);
        return IntStream.range(0, height)
                .mapToObj(
                        y -> {
                            var line = new StringBuilder();
                            for (int i = 0; i < widths.length; i++) {
                                var text = y < cells.get(i).size() ? cells.get(i).get(y) : "";
                                var blank = " ".repeat(widths[i] - text.length());
                                line.append(i == 0 ? "" : GAP)
                                        .append(
                                                columns.get(i).number()
                                                        ? blank + text
                                                        : text + blank);
                            }
                            return line.toString().stripTrailing();
                        })
                .toList();
    }

    /// Broken at spaces; a longer word is broken where it must be.
    static List<String> wrap(String text, int widest) {
        var lines = new ArrayList<String>();
        var rest = text;
        while (rest.length() > widest) {
            int space = rest.lastIndexOf(' ', widest);
            int end = space > 0 ? space : widest;
            lines.add(rest.substring(0, end).stripTrailing());
            rest = rest.substring(end).stripLeading();
        }
        lines.add(rest);
        return lines;
    }
}
