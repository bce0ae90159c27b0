package dev.glidepath.digest.section;

import dev.glidepath.core.assess.Assessment;
import dev.glidepath.core.assess.Line;
import dev.glidepath.core.assess.Standing;
import dev.glidepath.core.figures.Days;
import dev.glidepath.core.figures.Figures;
import dev.glidepath.core.figures.Names;
import dev.glidepath.core.figures.TargetAmounts;
import dev.glidepath.core.figures.Tone;
import dev.glidepath.core.figures.Words;
import dev.glidepath.core.plan.GlidePath;
import dev.glidepath.digest.figures.Plain;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// The target table: where each category stands today.
public record TargetSection(String title, List<String> columns, List<Row> rows, List<String> notes)
        implements Section {

    /// @param owner empty when nobody is named
    public record Row(
            String name, String owner, State state, Amounts amounts, Bar bar, boolean isTotal) {}

    public record State(Tone tone, String status, String pace) {}

    /// @param gapShare with an arrow, so that it is not by colour alone
    public record Amounts(String runRate, String allowed, String gap, String gapShare) {}

    static TargetSection of(Assessment assessment, Figures figures) {
        var targets = assessment.targets();
        var amounts = TargetAmounts.ofShown(targets, figures);
        if (targets.total().path().isEmpty()) {
            return withoutTargets(targets, amounts, assessment.frame(), figures);
        }
        var rows = new ArrayList<Row>();
        for (int i = 0; i < targets.shown().size(); i++) {
            rows.add(row(targets.shown().get(i), amounts.get(i), figures, false));
        }
        rows.add(row(targets.total(), amounts.getLast(), figures, true));
        var frame = assessment.frame();
        return new TargetSection(
                "Where we stand, per month",
                List.of(
                        "Run-rate",
                        "Allowed " + Days.withoutYear(frame.asOf()).replace(' ', '\u00a0'),
                        "Gap",
                        "In per cent"),
                rows,
                notes(targets, frame, figures));
    }

    /// Run-rates, and what share of their total each is.
    private static TargetSection withoutTargets(
            Assessment.Targets targets,
            List<TargetAmounts> amounts,
            Assessment.Frame frame,
            Figures figures) {
        var total = amounts.getLast().runRate();
        var rows = new ArrayList<Row>();
        for (int i = 0; i < targets.shown().size(); i++) {
            rows.add(
                    untargeted(
                            targets.shown().get(i),
                            amounts.get(i).runRate(),
                            total,
                            figures,
                            false));
        }
        rows.add(untargeted(targets.total(), total, total, figures, true));
        return new TargetSection(
                "Where we stand, per month",
                List.of("Run-rate", "", "", "Share"),
                rows,
                notes(targets, frame, figures).subList(0, frame.awaited().size() + 1));
    }

    private static Row untargeted(
            Line line,
            Optional<BigDecimal> runRate,
            Optional<BigDecimal> total,
            Figures figures,
            boolean isTotal) {
        var share =
                runRate.flatMap(
                        r ->
                                total.filter(t -> t.signum() > 0)
                                        .map(t -> r.divide(t, MathContext.DECIMAL64)));
        return new Row(
                Names.clean(line.name()),
                Names.clean(line.owner()),
                new State(Tone.of(line.standing()), Words.status(line.standing()), ""),
                new Amounts(
                        runRate.map(figures::money).orElse(Figures.NONE),
                        "",
                        "",
                        share.map(figures::percent).orElse("")),
                new Bar(0, 0, 0),
                isTotal);
    }

    private static List<String> notes(
            Assessment.Targets targets, Assessment.Frame frame, Figures figures) {
        var notes = new ArrayList<String>();
        if (targets.shown().size() < targets.lines().size()) {
            notes.add("The largest are shown, here and below; the workbook has every category.");
        }
        for (var awaited : frame.awaited()) {
            notes.add(
                    "Not billed yet for %s, and missing from the run-rate: %s, %s the month before."
                            .formatted(
                                    month(awaited.month()),
                                    Names.clean(awaited.service()),
                                    figures.money(figures.round(awaited.amount()))));
        }
        notes.add(
                "Run-rate: cost of the 28 days to %s, per average month (× %s / 12 / 28)."
                        .formatted(
                                Days.day(frame.asOf()), figures.exact(new BigDecimal("365.25"))));
        notes.add(
                "Allowed: the plan's glide path on that day. On track: within %s of it."
                        .formatted(figures.percent(frame.basis().tolerance())));
        if (frame.scope().isEmpty()) {
            notes.add(
                    "Unallocated: cost that no category's rule takes; nothing is allowed for it, so"
                            + " all of it is gap.");
        }
        return notes;
    }

    private static String month(YearMonth month) {
        return month.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    }

    private static Row row(Line line, TargetAmounts amounts, Figures figures, boolean isTotal) {
        var runRate = amounts.runRate();
        var allowed = amounts.allowed();
        var gap = amounts.gap();
        var standing = line.standing();
        return new Row(
                Names.clean(line.name()),
                Names.clean(line.owner()),
                new State(Tone.of(standing), Words.status(standing), pace(standing, figures)),
                new Amounts(
                        runRate.map(figures::money).orElse(Figures.NONE),
                        allowed.map(figures::money).orElse(Figures.NONE),
                        gap.map(figures::signed).orElse(Figures.NONE),
                        gap.map(g -> share(g, allowed.orElseThrow(), figures)).orElse("")),
                bar(line.path(), runRate, allowed),
                isTotal);
    }

    private static String pace(Standing standing, Figures figures) {
        return switch (standing) {
            case Standing.Measured m -> Words.pace(m.pace(), figures);
            case Standing.NoTarget _ -> "counts in the total";
            case Standing.NotEnoughData(int known, _) -> known + " of 28 days known";
        };
    }

    private static String share(BigDecimal gap, BigDecimal allowed, Figures figures) {
        if (allowed.signum() <= 0 || gap.signum() == 0) {
            return "";
        }
        var arrow = gap.signum() > 0 ? "▲ " : "▼ ";
        return arrow + figures.percent(gap.abs().divide(allowed, MathContext.DECIMAL64));
    }

    /// As long as the baseline, or as what is spent when that is more.
    private static Bar bar(
            Optional<GlidePath> path, Optional<BigDecimal> runRate, Optional<BigDecimal> allowed) {
        var spent = runRate.orElse(BigDecimal.ZERO);
        var limit = allowed.orElse(BigDecimal.ZERO);
        var baseline = path.map(p -> p.baseline().amount()).orElse(BigDecimal.ZERO);
        return path.isEmpty() || runRate.isEmpty()
                ? new Bar(0, 0, 0)
                : Bar.of(spent, limit, spent.max(limit).max(baseline));
    }

    public boolean hasBars() {
        return rows.stream().anyMatch(row -> row.bar().rest() < 100);
    }

    @Override
    public String text() {
        var table = new ArrayList<List<String>>();
        table.add(Stream.concat(Stream.of(""), columns.stream()).toList());
        for (var row : rows) {
            var a = row.amounts();
            table.add(List.of(row.name(), a.runRate(), a.allowed(), a.gap(), a.gapShare()));
            var owner = row.owner().isEmpty() ? "" : " (" + row.owner() + ")";
            var pace = row.state().pace().isEmpty() ? "" : ", " + row.state().pace();
            table.add(List.of("  " + row.state().status() + pace + owner));
        }
        return Plain.heading(title) + Plain.table(table) + "\n" + Plain.notes(notes);
    }
}
