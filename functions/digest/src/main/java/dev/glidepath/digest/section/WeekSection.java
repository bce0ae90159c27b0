package dev.glidepath.digest.section;

import dev.glidepath.core.assess.Assessment;
import dev.glidepath.core.assess.Line;
import dev.glidepath.core.assess.WeekState;
import dev.glidepath.core.figures.Days;
import dev.glidepath.core.figures.Figures;
import dev.glidepath.core.figures.Names;
import dev.glidepath.core.money.Split;
import dev.glidepath.digest.figures.Plain;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// What the last four weeks cost, as bars, to the cent.
public record WeekSection(String title, List<Group> groups, List<String> notes) implements Section {

    private static final int TEXT_BAR = 40;

    public record Group(String name, List<Row> rows, boolean isTotal) {}

    /// @param mark a star where days of the week are not settled or not known
    public record Row(String week, String mark, String amount, Bar bar, boolean isNewest) {}

    static WeekSection of(Assessment assessment, Figures figures) {
        var targets = assessment.targets();
        var lines = targets.shown();
        int weeks = assessment.weeks().size();
        var columns = IntStream.range(0, weeks).mapToObj(w -> cents(targets, w)).toList();
        var groups = new ArrayList<Group>();
        groups.add(group(targets.total(), targets.total().weeks(), assessment, figures, true));
        for (int i = 0; i < lines.size(); i++) {
            int line = i;
            var amounts = columns.stream().map(c -> c.get(line)).toList();
            groups.add(group(lines.get(i), amounts, assessment, figures, false));
        }
        return new WeekSection("Four weeks", groups, notes(assessment));
    }

    /// A line has the same cents wherever it stands.
    private static List<BigDecimal> cents(Assessment.Targets targets, int week) {
        var all = targets.lines().stream().map(line -> line.weeks().get(week)).toList();
        return targets.ofShown(Split.rounded(all, 2));
    }

    private static Group group(
            Line line,
            List<BigDecimal> amounts,
            Assessment assessment,
            Figures figures,
            boolean isTotal) {
        var longest = amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::max);
        var rows = new ArrayList<Row>();
        for (int i = 0; i < amounts.size(); i++) {
            var state = assessment.weeks().get(i);
            rows.add(
                    new Row(
                            Days.number(state.week()),
                            state.complete() ? "" : "*",
                            figures.cents(amounts.get(i)),
                            Bar.of(amounts.get(i), longest),
                            i == amounts.size() - 1));
        }
        return new Group(Names.clean(line.name()), rows, isTotal);
    }

    private static List<String> notes(Assessment assessment) {
        return Stream.concat(
                        assessment.weeks().stream()
                                .filter(w -> !w.complete())
                                .map(WeekSection::note),
                        Stream.of("Bars compare the weeks of one category, not categories."))
                .toList();
    }

    private static String note(WeekState state) {
        return "* %s is not complete: %s of 7 days are settled, %s of 7 are known."
                .formatted(Days.number(state.week()), state.settledDays(), state.knownDays());
    }

    @Override
    public String text() {
        var text = new StringBuilder(Plain.heading(title));
        for (var group : groups) {
            text.append(group.name()).append('\n');
            int width = group.rows().stream().mapToInt(r -> r.amount().length()).max().orElse(0);
            for (var row : group.rows()) {
                var bar = "#".repeat(row.bar().filled() * TEXT_BAR / 100);
                var padding = " ".repeat(width - row.amount().length());
                var line =
                        "  "
                                + row.week()
                                + (row.mark().isEmpty() ? " " : row.mark())
                                + "  "
                                + padding
                                + row.amount()
                                + "  "
                                + bar;
                text.append(line.stripTrailing()).append('\n');
            }
        }
        return text.append('\n').append(Plain.notes(notes)).toString();
    }
}
