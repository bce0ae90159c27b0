package dev.glidepath.core.chart;

import dev.glidepath.core.chart.Course.Ahead;
import dev.glidepath.core.chart.Shape.Anchor;
import dev.glidepath.core.chart.Shape.Circle;
import dev.glidepath.core.chart.Shape.Label;
import dev.glidepath.core.chart.Shape.Polygon;
import dev.glidepath.core.chart.Shape.Polyline;
import dev.glidepath.core.plan.GlidePath.Milestone;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Draws a course: the forecast's band, the grid, the path, the forecast, what was, the milestones.
public final class TrendChart {

    private static final int DIAMOND = 62;
    private static final int BESIDE = 80;
    private static final int ESTIMATED_DOT = 40;
    private static final int BELOW = 190;

    /// Half of a text's height, so that it stands in the middle of a line.
    private static final int HALF_TEXT = 40;

    /// A day's text that is this near to the right edge ends there.
    private static final int HALF_DAY = 450;

    private final Course course;
    private final Frame frame;
    private final Plot plot;
    private final Wording wording;

    private TrendChart(Course course, Frame frame, Wording wording) {
        this.course = course;
        this.frame = frame;
        this.plot = Plot.of(course, frame);
        this.wording = wording;
    }

    public static Drawing draw(Course course, Frame frame, Wording wording) {
        var chart = new TrendChart(course, frame, wording);
        var shapes = new ArrayList<Shape>();
        shapes.addAll(chart.band());
        shapes.addAll(chart.amounts());
        shapes.addAll(chart.days());
        shapes.addAll(chart.path());
        shapes.addAll(chart.forecast());
        shapes.addAll(ActualLine.of(course.points(), chart.plot));
        shapes.addAll(chart.estimated());
        shapes.addAll(chart.milestones(Room.among(frame, shapes)));
        return new Drawing(frame.width(), frame.height(), shapes);
    }

    /// What the drawing's lines across stand for.
    public static AmountAxis amounts(Course course) {
        return AmountAxis.over(course.amounts());
    }

    /// How far from the left each of the course's points is in its drawing, then those that are
    /// estimated.
    public static List<Integer> columns(Course course, Frame frame) {
        var plot = Plot.of(course, frame);
        return Stream.concat(course.points().stream(), course.estimated().stream())
                .map(point -> plot.x(point.day()))
                .toList();
    }

    private List<Shape> estimated() {
        var spots =
                course.estimated().stream()
                        .flatMap(p -> p.amount().stream().map(amount -> plot.at(p.day(), amount)))
                        .toList();
        var shapes = new ArrayList<Shape>();
        if (spots.size() > 1) {
            shapes.add(new Polyline(Role.ESTIMATED, spots));
        }
        spots.forEach(spot -> shapes.add(new Circle(Role.ESTIMATED_POINT, spot, ESTIMATED_DOT)));
        return shapes;
    }

    private List<Shape> band() {
        var edge = new ArrayList<>(ahead(Ahead::high));
        edge.addAll(ahead(Ahead::low).reversed());
        return isForecast() ? List.of(new Polygon(Role.BAND, edge)) : List.of();
    }

    private List<Shape> forecast() {
        return isForecast()
                ? List.of(new Polyline(Role.FORECAST, ahead(Ahead::amount)))
                : List.of();
    }

    private boolean isForecast() {
        return course.ahead().size() > 1;
    }

    private List<Spot> ahead(Function<Ahead, BigDecimal> amount) {
        return course.ahead().stream().map(a -> plot.at(a.day(), amount.apply(a))).toList();
    }

    private List<Shape> amounts() {
        var shapes = new ArrayList<Shape>();
        for (var mark : plot.amounts().marks()) {
            int y = plot.y(mark);
            shapes.add(line(Role.GRID, new Spot(frame.left(), y), new Spot(frame.right(), y)));
            var at = new Spot(frame.left() - BESIDE, y + HALF_TEXT);
            shapes.add(new Label(Role.TEXT, at, Anchor.END, wording.amount(mark)));
        }
        return shapes;
    }

    private List<Shape> days() {
        var shapes = new ArrayList<Shape>();
        for (var mark : marks()) {
            int x = plot.x(mark);
            var tick = new Spot(x, frame.bottom() + BESIDE / 2);
            shapes.add(line(Role.GRID, new Spot(x, frame.bottom()), tick));
            var at = new Spot(x, frame.bottom() + BELOW);
            shapes.add(new Label(Role.TEXT, at, anchor(x), wording.day(mark)));
        }
        if (isForecast()) {
            int x = plot.x(course.ahead().getFirst().day());
            shapes.add(line(Role.NOW, new Spot(x, frame.top()), new Spot(x, frame.bottom())));
        }
        return shapes;
    }

    /// As many of the days that can be labelled as there is room for.
    private List<LocalDate> marks() {
        var all = plot.days().marks();
        int every = Math.ceilDiv(all.size(), frame.mostMarks());
        return IntStream.range(0, all.size())
                .filter(i -> i % Math.max(1, every) == 0)
                .mapToObj(all::get)
                .toList();
    }

    private List<Shape> path() {
        var spots = course.knots().stream().map(k -> plot.at(k.date(), k.amount())).toList();
        return spots.isEmpty() ? List.of() : List.of(new Polyline(Role.PATH, spots));
    }

    private List<Shape> milestones(Room room) {
        return course.milestones().stream().flatMap(m -> milestone(m, room)).toList();
    }

    private Stream<Shape> milestone(Milestone milestone, Room room) {
        var spot = plot.at(milestone.date(), milestone.amount());
        var text = milestone.label() + " " + wording.amount(milestone.amount());
        return Stream.of(
                new Polygon(
                        Role.MILESTONE,
                        List.of(
                                new Spot(spot.x(), spot.y() - DIAMOND),
                                new Spot(spot.x() + DIAMOND, spot.y()),
                                new Spot(spot.x(), spot.y() + DIAMOND),
                                new Spot(spot.x() - DIAMOND, spot.y()))),
                room.beside(spot, DIAMOND + BESIDE, text));
    }

    private Anchor anchor(int x) {
        return x > frame.right() - HALF_DAY ? Anchor.END : Anchor.MIDDLE;
    }

    private static Shape line(Role role, Spot from, Spot to) {
        return new Polyline(role, List.of(from, to));
    }
}
