package dev.glidepath.digest.figures;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Lays out plain text.
public final class Plain {

    private static final int WIDTH = 78;
    private static final int LONGEST_FIRST = 34;

    private Plain() {}

    public static String heading(String title) {
        return title + "\n" + "-".repeat(title.length()) + "\n";
    }

    /// Broken at spaces; a word that is longer stays whole.
    public static String wrapped(String text) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (var word : text.split(" ", -1)) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > WIDTH) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return String.join("\n", lines) + "\n";
    }

    public static String notes(List<String> notes) {
        return notes.stream().map(Plain::wrapped).collect(Collectors.joining());
    }

    /// The first column to the left, the others to the right; a long first cell takes a line of its
    /// own.
    public static String table(List<List<String>> rows) {
        int columns = rows.stream().mapToInt(List::size).max().orElse(0);
        var widths = IntStream.range(0, columns).mapToObj(column -> width(rows, column)).toList();
        return rows.stream().map(row -> line(row, widths)).collect(Collectors.joining());
    }

    private static int width(List<List<String>> rows, int column) {
        int widest =
                rows.stream()
                        .filter(row -> column < row.size())
                        .mapToInt(row -> row.get(column).length())
                        .max()
                        .orElse(0);
        return column == 0 ? Math.min(widest, LONGEST_FIRST) : widest;
    }

    private static String line(List<String> row, List<Integer> widths) {
        var line = new StringBuilder(row.getFirst());
        if (row.getFirst().length() > widths.getFirst() && row.size() > 1) {
            line.append('\n').append(" ".repeat(widths.getFirst()));
        } else {
            line.append(" ".repeat(widths.getFirst() - Math.min(widths.getFirst(), line.length())));
        }
        for (int i = 1; i < row.size(); i++) {
            var cell = row.get(i);
            line.append("  ").append(" ".repeat(widths.get(i) - cell.length())).append(cell);
        }
        return line.toString().stripTrailing() + "\n";
    }
}
