package dev.glidepath.core.chart;

import dev.glidepath.core.chart.Course.Point;
import dev.glidepath.core.chart.Shape.Circle;
import dev.glidepath.core.chart.Shape.Polyline;

import java.util.ArrayList;
import java.util.List;

/// What was: a line through the points that are known one after the other, never across one that is
/// not.
final class ActualLine {

    private static final int DOT = 30;

    /// More dots than these run into one another.
    private static final int MOST_DOTS = 60;

    private final List<Point> points;
    private final Plot plot;
    private final List<Shape> shapes = new ArrayList<>();

    private ActualLine(List<Point> points, Plot plot) {
        this.points = points;
        this.plot = plot;
    }

    static List<Shape> of(List<Point> points, Plot plot) {
        var line = new ActualLine(points, plot);
        line.addRuns(Role.PROVISIONAL, false);
        line.addRuns(Role.ACTUAL, true);
        line.addDots();
        return line.shapes;
    }

    private void addRuns(Role role, boolean settled) {
        var run = new ArrayList<Spot>();
        for (int i = 0; i < points.size(); i++) {
            if (i > 0 && isKnown(i - 1) && isKnown(i) && isSettled(i - 1, i) == settled) {
                if (run.isEmpty()) {
                    run.add(spot(i - 1));
                }
                run.add(spot(i));
            } else {
                add(role, run);
            }
        }
        add(role, run);
    }

    private void add(Role role, List<Spot> run) {
        if (!run.isEmpty()) {
            shapes.add(new Polyline(role, run));
            run.clear();
        }
    }

    private void addDots() {
        for (int i = 0; i < points.size(); i++) {
            if (isKnown(i) && (points.size() <= MOST_DOTS || isAlone(i))) {
                var role = points.get(i).settled() ? Role.POINT : Role.OPEN_POINT;
                shapes.add(new Circle(role, spot(i), DOT));
            }
        }
    }

    private boolean isSettled(int one, int next) {
        return points.get(one).settled() && points.get(next).settled();
    }

    private boolean isAlone(int i) {
        return (i == 0 || !isKnown(i - 1)) && (i == points.size() - 1 || !isKnown(i + 1));
    }

    private boolean isKnown(int i) {
        return points.get(i).amount().isPresent();
    }

    private Spot spot(int i) {
        var point = points.get(i);
        return plot.at(point.day(), point.amount().orElseThrow());
    }
}
