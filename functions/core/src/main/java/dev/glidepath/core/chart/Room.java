package dev.glidepath.core.chart;

import dev.glidepath.core.chart.Shape.Anchor;
import dev.glidepath.core.chart.Shape.Label;
import dev.glidepath.core.chart.Shape.Polyline;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Where a text beside a spot lies on no line of a drawing.
///
/// @param lines that are no grid
record Room(Frame frame, List<Polyline> lines) {

    /// Of a text, which is 120 high; most letters are narrower than this.
    private static final int LETTER = 70;

    private static final int ASCENT = 95;
    private static final int DESCENT = 25;

    static Room among(Frame frame, List<? extends Shape> shapes) {
        var lines =
                shapes.stream()
                        .flatMap(s -> s instanceof Polyline line ? Stream.of(line) : Stream.empty())
                        .filter(line -> line.role() != Role.GRID)
                        .toList();
        return new Room(frame, lines);
    }

    /// To the right and above, where a path that descends is not, unless another place is free and
    /// this one is not.
    ///
    /// @param away from the spot to the text; twice as far where it is free only there
    Label beside(Spot spot, int away, String text) {
        var places =
                Stream.of(away, 2 * away)
                        .flatMap(far -> places(spot, far, text))
                        .filter(this::isInside)
                        .toList();
        return places.stream()
                .filter(label -> lines.stream().noneMatch(line -> isOn(line, label)))
                .findFirst()
                .or(() -> places.stream().findFirst())
                .orElseGet(() -> label(spot.x(), spot.y() - away, Anchor.END, text));
    }

    private static Stream<Label> places(Spot spot, int away, String text) {
        int above = spot.y() - away;
        int below = spot.y() + away + ASCENT;
        return Stream.of(
                label(spot.x(), above, Anchor.START, text),
                label(spot.x(), above, Anchor.END, text),
                label(spot.x(), below, Anchor.END, text),
                label(spot.x(), below, Anchor.START, text));
    }

    private static Label label(int x, int y, Anchor anchor, String text) {
        return new Label(Role.TEXT, new Spot(x, y), anchor, text);
    }

    private boolean isInside(Label label) {
        return left(label) >= 0
                && right(label) <= frame.width()
                && top(label) >= 0
                && bottom(label) <= frame.bottom();
    }

    private static boolean isOn(Polyline line, Label label) {
        var spots = line.spots();
        return IntStream.range(1, spots.size())
                .anyMatch(i -> crosses(spots.get(i - 1), spots.get(i), label));
    }

    private static boolean crosses(Spot from, Spot to, Label label) {
        boolean near =
                Math.max(from.x(), to.x()) >= left(label)
                        && Math.min(from.x(), to.x()) <= right(label)
                        && Math.max(from.y(), to.y()) >= top(label)
                        && Math.min(from.y(), to.y()) <= bottom(label);
        return near
                && corners(label).mapToInt(corner -> side(from, to, corner)).distinct().count() > 1;
    }

    private static Stream<Spot> corners(Label label) {
        return Stream.of(
                new Spot(left(label), top(label)),
                new Spot(right(label), top(label)),
                new Spot(left(label), bottom(label)),
                new Spot(right(label), bottom(label)));
    }

    /// On which side of the line it is: -1, 1, or 0 when it is on it.
    private static int side(Spot from, Spot to, Spot corner) {
        long across = (long) (to.x() - from.x()) * (corner.y() - from.y());
        long along = (long) (to.y() - from.y()) * (corner.x() - from.x());
        return Long.compare(across, along);
    }

    private static int left(Label label) {
        return label.anchor() == Anchor.END ? label.at().x() - width(label) : label.at().x();
    }

    private static int right(Label label) {
        return left(label) + width(label);
    }

    private static int width(Label label) {
        return LETTER * label.text().length();
    }

    private static int top(Label label) {
        return label.at().y() - ASCENT;
    }

    private static int bottom(Label label) {
        return label.at().y() + DESCENT;
    }
}
