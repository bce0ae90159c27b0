package dev.glidepath.core.chart;

import static dev.glidepath.core.chart.Courses.PLAIN;
import static dev.glidepath.core.chart.Courses.START;
import static dev.glidepath.core.chart.Courses.weeks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.glidepath.core.chart.Course.Ahead;
import dev.glidepath.core.chart.Course.Point;
import dev.glidepath.core.chart.Shape.Circle;
import dev.glidepath.core.chart.Shape.Label;
import dev.glidepath.core.chart.Shape.Polygon;
import dev.glidepath.core.chart.Shape.Polyline;

import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;

class TrendChartTest {

    private static final Frame FRAME = Frame.bare(1_140, 1_140);

    @Test
    void aPointLiesWhereItsAxesSay() {
        // 100 to 200 a month over 1000 units, 0 to 14 days over 1000 units.
        var dots = circles(draw(course(weeks("100", "150", "200"))));
        assertThat(dots)
                .extracting(Circle::centre)
                .containsExactly(new Spot(70, 1070), new Spot(570, 570), new Spot(1070, 70));
    }

    @Test
    void aWeekThatIsNotKnownLeavesAGap() {
        var drawing = draw(course(weeks("100", "150", "", "200", "", "180", "170")));
        assertThat(lines(drawing, Role.ACTUAL)).hasSize(2);
        assertThat(lines(drawing, Role.ACTUAL)).allMatch(line -> line.spots().size() == 2);
        assertThat(circles(drawing)).hasSize(5);
    }

    @Test
    void aWeekWithoutCostIsNoGap() {
        var drawing = draw(course(weeks("100", "0", "100")));
        assertThat(lines(drawing, Role.ACTUAL)).singleElement().matches(l -> l.spots().size() == 3);
        assertThat(circles(drawing).get(1).centre().y()).isEqualTo(1070);
    }

    @Test
    void whatMayStillMoveIsMarked() {
        var points = new ArrayList<>(weeks("100", "150", "200"));
        points.add(new Point(START.plusWeeks(3), Optional.of(new BigDecimal("120")), false));
        var drawing = draw(course(points));
        assertThat(lines(drawing, Role.ACTUAL)).singleElement().matches(l -> l.spots().size() == 3);
        assertThat(lines(drawing, Role.PROVISIONAL))
                .singleElement()
                .matches(l -> l.spots().size() == 2);
        assertThat(circles(drawing).getLast().role()).isEqualTo(Role.OPEN_POINT);
    }

    @Test
    void thePathBendsAtItsMilestonesAndIsCutAtTheEdges() {
        var path = Courses.path(START.minusDays(30), "400", "200", "100");
        var ahead = Ahead.known(START.plusMonths(8), BigDecimal.valueOf(300));
        var course = new Course(weeks("390", "380"), path, List.of(ahead));
        var line = lines(draw(course), Role.PATH).getFirst();
        assertThat(line.spots()).hasSize(3);
        assertThat(line.spots().getFirst().x()).isEqualTo(70);
        assertThat(line.spots().getLast().x()).isEqualTo(1070);
        assertThat(course.milestones()).extracting(m -> m.label()).containsExactly("6M");
    }

    @Test
    void theBandOpensFromWhatIsKnown() {
        var ahead =
                List.of(
                        Ahead.known(START.plusWeeks(1), BigDecimal.valueOf(100)),
                        new Ahead(
                                START.plusWeeks(4),
                                BigDecimal.valueOf(150),
                                BigDecimal.valueOf(100),
                                BigDecimal.valueOf(200)));
        var drawing = draw(new Course(weeks("100", "100"), Optional.empty(), ahead));
        var band = shapes(drawing, Polygon.class).getFirst();
        assertThat(band.spots())
                .containsExactly(
                        new Spot(320, 1070),
                        new Spot(1070, 70),
                        new Spot(1070, 1070),
                        new Spot(320, 1070));
    }

    @Test
    void whateverIsDrawnStaysWithinThePlot() {
        var random = new SplittableRandom(7);
        for (int i = 0; i < 5_000; i++) {
            var course = Courses.any(random);
            var drawing = draw(course);
            var spots =
                    drawing.shapes().stream()
                            .filter(s -> !(s instanceof Label) && s.role() != Role.MILESTONE)
                            .flatMap(TrendChartTest::spots);
            assertThat(spots)
                    .as(course.toString())
                    .allMatch(s -> s.x() >= 70 && s.x() <= 1070 && s.y() >= 70 && s.y() <= 1110);
            long known = course.points().stream().filter(p -> p.amount().isPresent()).count();
            assertThat(circles(drawing)).hasSize((int) known);
            assertThat(TrendChart.amounts(course).marks().size()).isBetween(2, 8);
        }
    }

    @Test
    void needsAPoint() {
        assertThatIllegalArgumentException().isThrownBy(() -> course(List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> Frame.bare(140, 500));
    }

    private static Course course(List<Point> points) {
        return new Course(points, Optional.empty(), List.of());
    }

    private static Drawing draw(Course course) {
        return TrendChart.draw(course, FRAME, PLAIN);
    }

    private static Stream<Spot> spots(Shape shape) {
        return switch (shape) {
            case Polyline line -> line.spots().stream();
            case Polygon polygon -> polygon.spots().stream();
            case Circle circle -> Stream.of(circle.centre());
            case Label label -> Stream.of(label.at());
        };
    }

    private static List<Polyline> lines(Drawing drawing, Role role) {
        return shapes(drawing, Polyline.class).stream().filter(l -> l.role() == role).toList();
    }

    private static List<Circle> circles(Drawing drawing) {
        return shapes(drawing, Circle.class);
    }

    private static <S extends Shape> List<S> shapes(Drawing drawing, Class<S> kind) {
        return drawing.shapes().stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
