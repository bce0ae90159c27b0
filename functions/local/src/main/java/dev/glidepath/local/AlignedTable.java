package dev.glidepath.local;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Columns of text for a terminal; every character is one cell wide.
final class AlignedTable {

    private AlignedTable() {}

    /// @param left how many columns, from the first on, are set to the left; the others to the
    ///   right
    static String of(List<List<String>> rows, int left) {
        var widths =
                IntStream.range(0, rows.getFirst().size())
                        .mapToObj(
                                column ->
                                        rows.stream()
                                                .mapToInt(row -> width(row.get(column)))
                                                .max()
                                                .orElse(0))
                        .toList();
        return rows.stream().map(row -> line(row, widths, left)).collect(Collectors.joining());
    }

    private static String line(List<String> row, List<Integer> widths, int left) {
        var cells =
                IntStream.range(0, row.size())
                        .mapToObj(i -> cell(row.get(i), widths.get(i), i < left));
        return cells.collect(Collectors.joining("  ")).stripTrailing() + "\n";
    }

    private static String cell(String text, int width, boolean left) {
        var padding = " ".repeat(width - width(text));
        return left ? text + padding : padding + text;
    }

    private static int width(String text) {
        return text.codePointCount(0, text.length());
    }
}
