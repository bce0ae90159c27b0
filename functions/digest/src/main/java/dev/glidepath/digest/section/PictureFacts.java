package dev.glidepath.digest.section;

import dev.glidepath.core.assess.Assessment;
import dev.glidepath.core.assess.Standing;
import dev.glidepath.core.calendar.Week;
import dev.glidepath.core.chart.Course;
import dev.glidepath.core.chart.Course.Ahead;
import dev.glidepath.core.chart.Course.Point;
import dev.glidepath.core.chart.Role;
import dev.glidepath.core.chart.TrendChart;
import dev.glidepath.core.figures.Days;
import dev.glidepath.core.figures.Figures;
import dev.glidepath.core.figures.Gap;
import dev.glidepath.core.figures.Names;
import dev.glidepath.core.plan.GlidePath.Milestone;
import dev.glidepath.digest.section.PictureSection.Edges;
import dev.glidepath.digest.section.PictureSection.Row;
import dev.glidepath.digest.section.PictureSection.Swatch;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// What the trend picture says, in words and figures.
record PictureFacts(Assessment assessment, Course course, Figures figures) {

    String conclusion() {
        var known = known();
        var first = figures.round(amount(known.getFirst()));
        var last = figures.round(amount(known.getLast()));
        var change = last.subtract(first);
        var way =
                switch (change.signum()) {
                    case 1 -> "rose by " + figures.money(change);
                    case -1 -> "fell by " + figures.money(change.negate());
                    default -> "stayed";
                };
        return "From %s to %s, cost %s, from %s to %s a month; %s."
                .formatted(
                        week(known.getFirst()),
                        week(known.getLast()),
                        way,
                        figures.money(first),
                        figures.money(last),
                        against());
    }

    private String against() {
        return switch (assessment.targets().total().standing()) {
            case Standing.Measured m -> {
                var gap = Gap.of(m, figures);
                var side = gap.signum() > 0 ? " above" : " below";
                yield "the run-rate is "
                        + (gap.signum() == 0
                                ? "on plan"
                                : figures.money(gap.abs()) + side + " plan");
            }
            case Standing.NoTarget _ -> "the plan sets no target";
            case Standing.NotEnoughData _ -> "there is no run-rate yet to hold against the plan";
        };
    }

    Edges edges() {
        var days = course.through().toEpochDay() - course.from().toEpochDay();
        var now = assessment.frame().asOf();
        var passed = now.toEpochDay() - course.from().toEpochDay();
        return new Edges(
                Days.day(course.from()),
                Days.day(now),
                days == 0 ? 100 : Math.toIntExact(Math.clamp(100 * passed / days, 0, 100)),
                Days.day(course.through()));
    }

    List<Swatch> keys() {
        var keys = new ArrayList<Swatch>();
        keys.add(key(Role.ACTUAL, "cost of each week, per average month"));
        if (course.path().isPresent()) {
            keys.add(key(Role.PATH, "what the plan allows"));
            keys.add(key(Role.MILESTONE, "milestone"));
        }
        if (course.ahead().size() > 1) {
            keys.add(key(Role.FORECAST, "forecast from the run-rate (dashed)"));
            keys.add(key(Role.BAND, "its 80% band"));
        }
        return keys;
    }

    private static Swatch key(Role role, String name) {
        return new Swatch(role.light(), name);
    }

    List<Row> rows() {
        var known = known();
        var byAmount = Comparator.comparing(PictureFacts::amount);
        var rows = new ArrayList<Row>();
        rows.add(row("First week", known.getFirst()));
        rows.add(row("Highest week", known.stream().max(byAmount).orElseThrow()));
        rows.add(row("Lowest week", known.stream().min(byAmount).orElseThrow()));
        rows.add(row("Last week", known.getLast()));
        course.ahead().stream().limit(1).forEach(now -> rows.add(now(now)));
        course.milestones().forEach(milestone -> rows.add(row(milestone)));
        return rows;
    }

    private Row row(String name, Point point) {
        return new Row(name, week(point), figures.money(amount(point)), "", allowed(point.day()));
    }

    private Row now(Ahead now) {
        return new Row(
                "Run-rate now",
                Days.day(now.day()),
                figures.money(now.amount()),
                "",
                allowed(now.day()));
    }

    private Row row(Milestone milestone) {
        var forecast =
                course.ahead().stream()
                        .skip(1)
                        .filter(a -> a.day().equals(milestone.date()))
                        .findFirst();
        return new Row(
                Names.clean(milestone.label()),
                Days.day(milestone.date()),
                forecast.map(a -> figures.money(a.amount())).orElse(Figures.NONE),
                forecast.map(a -> figures.money(a.low()) + " to " + figures.money(a.high()))
                        .orElse(""),
                figures.money(milestone.amount()));
    }

    private String allowed(LocalDate day) {
        return course.path().map(p -> figures.money(p.allowedOn(day))).orElse(Figures.NONE);
    }

    List<String> notes() {
        var notes = new ArrayList<String>();
        var axis = TrendChart.amounts(course);
        notes.add(
                "The lines across are %s apart, from %s to %s a month."
                        .formatted(
                                figures.money(axis.step()),
                                figures.money(axis.low()),
                                figures.money(axis.high())));
        long open = course.points().stream().filter(p -> p.amount().isEmpty()).count();
        if (open > 0) {
            notes.add(
                    "Gaps: %s of the weeks %s not known."
                            .formatted(open, open == 1 ? "is" : "are"));
        }
        if (known().stream().anyMatch(p -> !p.settled())) {
            notes.add("Open points: weeks whose cost may still move.");
        }
        return notes;
    }

    private List<Point> known() {
        return course.points().stream().filter(p -> p.amount().isPresent()).toList();
    }

    private static BigDecimal amount(Point point) {
        return point.amount().orElseThrow();
    }

    private static String week(Point point) {
        return Days.number(Week.of(point.day()));
    }
}
