package dev.glidepath.digest.section;

import dev.glidepath.core.assess.Assessment;
import dev.glidepath.core.figures.Days;
import dev.glidepath.core.figures.Figures;
import dev.glidepath.core.savings.Savings;
import dev.glidepath.digest.figures.Plain;

import java.util.ArrayList;
import java.util.List;

/// What the bill shows of savings, and what stands beside it.
public record SavingsSection(
        String title, List<String> columns, List<Row> rows, List<Cause> causes, List<String> notes)
        implements Section {

    private static final String TITLE = "Savings on the bill";

    /// @param isPart of the row above; a sum where `isTotal`
    public record Row(String name, List<String> amounts, boolean isPart, boolean isTotal) {}

    /// @param under category, since when, and what it is mostly of
    public record Cause(String name, String amount, String under) {}

    static SavingsSection of(Assessment assessment, Figures figures) {
        var beside = SavingNotes.beside(assessment.programme().initiatives(), figures);
        return switch (assessment.programme().savings()) {
            case Savings.TooShort(var since, int days) ->
                    new SavingsSection(
                            TITLE,
                            List.of(),
                            List.of(),
                            List.of(),
                            SavingNotes.joined(
                                    List.of(
                                            "Not enough data: a reference needs 28 settled and known days; since %s there are %s."
                                                    .formatted(Days.day(since), days)),
                                    beside));
            case Savings.Known known -> known(known, assessment, beside, figures);
        };
    }

    private static SavingsSection known(
            Savings.Known known, Assessment assessment, List<String> beside, Figures figures) {
        var asOf = assessment.frame().asOf();
        var columns =
                List.of(
                        "",
                        "Since " + Days.day(assessment.frame().basis().start()),
                        String.valueOf(asOf.getYear()),
                        Days.shortMonth(asOf));
        return new SavingsSection(
                TITLE,
                columns,
                SavingCells.rows(known, figures),
                SavingCells.causes(known, figures),
                SavingNotes.joined(SavingNotes.of(known, figures), beside));
    }

    @Override
    public String text() {
        var table = new ArrayList<List<String>>();
        if (!rows.isEmpty()) {
            table.add(columns);
        }
        for (var row : rows) {
            var cells = new ArrayList<String>();
            cells.add((row.isPart() ? "  " : "") + row.name());
            cells.addAll(row.amounts());
            table.add(cells);
        }
        var text = new StringBuilder(Plain.heading(title)).append(Plain.table(table));
        for (var cause : causes) {
            text.append('\n').append(cause.name()).append(": ").append(cause.amount());
            text.append("\n  ").append(cause.under()).append('\n');
        }
        return text.append(table.isEmpty() ? "" : "\n").append(Plain.notes(notes)).toString();
    }
}
