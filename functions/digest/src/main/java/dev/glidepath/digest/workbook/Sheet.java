package dev.glidepath.digest.workbook;

import org.dhatim.fastexcel.Worksheet;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/// One sheet, written from the top. Its cells are values: text stays text whatever it begins with.
final class Sheet {

    private final Worksheet worksheet;
    private int row;

    Sheet(Worksheet worksheet) {
        this.worksheet = worksheet;
    }

    sealed interface Cell {}

    record Text(String text) implements Cell {}

    record Title(String text) implements Cell {}

    record Day(LocalDate day) implements Cell {}

    record Count(long count) implements Cell {}

    /// As rounded; shown with two decimals.
    record Cents(BigDecimal amount) implements Cell {}

    /// Shown with as many decimals as it has, up to twelve.
    record Exact(BigDecimal amount) implements Cell {}

    record Share(BigDecimal share) implements Cell {}

    /// What is not known, or does not apply.
    record None() implements Cell {}

    static Cell text(String text) {
        return text.isEmpty() ? new None() : new Text(text);
    }

    void row(Cell... cells) {
        row(List.of(cells));
    }

    void row(List<Cell> cells) {
        for (int column = 0; column < cells.size(); column++) {
            write(column, cells.get(column));
        }
        row++;
    }

    void titles(String... titles) {
        titles(List.of(titles));
    }

    void titles(List<String> titles) {
        row(titles.stream().<Cell>map(Title::new).toList());
    }

    /// The row of titles that was just written stays in view.
    void freeze() {
        worksheet.freezePane(0, row);
    }

    /// Filters over all rows since the titles.
    void filter(int titles, int columns) {
        worksheet.setAutoFilter(titles, 0, Math.max(titles, row - 1), columns - 1);
    }

    void width(int column, int characters) {
        worksheet.width(column, characters);
    }

    int rows() {
        return row;
    }

    private void write(int column, Cell cell) {
        switch (cell) {
            case Text(var text) -> worksheet.value(row, column, text);
            case Title(var text) -> {
                worksheet.value(row, column, text);
                worksheet.style(row, column).bold().set();
            }
            case Day(var day) -> {
                worksheet.value(row, column, day);
                format(column, "yyyy-mm-dd");
            }
            case Count(long count) -> {
                worksheet.value(row, column, count);
                format(column, "#,##0");
            }
            case Cents(var amount) -> {
                worksheet.value(row, column, amount);
                format(column, "#,##0.00");
            }
            case Exact(var amount) -> {
                worksheet.value(row, column, amount);
                format(column, "#,##0.00##########");
            }
            case Share(var share) -> {
                worksheet.value(row, column, share);
                format(column, "0.0%");
            }
            case None() -> {}
        }
    }

    private void format(int column, String format) {
        worksheet.style(row, column).format(format).set();
    }
}
