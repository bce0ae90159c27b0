package dev.glidepath.core.chart;

import static dev.glidepath.core.chart.Courses.PLAIN;
import static dev.glidepath.core.chart.Courses.START;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glidepath.core.chart.Course.Ahead;
import dev.glidepath.core.chart.Course.Point;
import dev.glidepath.core.chart.Shape.Circle;
import dev.glidepath.core.chart.Shape.Label;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Pictures to the last unit. `whole.svg` opens in a browser: a change of it is to be looked at.
class WholePictureTest {

    private static final Frame FRAME = Frame.labelled(7_600, 3_400);

    @Test
    void everythingThatACourseCanHaveIsWhereItWas() {
        var drawing = TrendChart.draw(whole(), FRAME, PLAIN);
        assertThat(Svg.of(drawing, "whole", "Cost", "All of it")).isEqualTo(kept());
    }

    @Test
    void columnsAreThoseOfThePointsThenOfTheEstimated() {
        assertThat(TrendChart.columns(whole(), FRAME))
                .containsExactly(620, 785, 950, 1_114, 1_279, 1_444, 1_585, 1_750);
    }

    @Test
    void oneEstimateIsADotWithoutALine() {
        var course =
                new Course(
                        Courses.weeks("100"),
                        Optional.empty(),
                        List.of(),
                        List.of(point(START.plusDays(7), "120")));
        var drawing = TrendChart.draw(course, FRAME, PLAIN);
        assertThat(of(drawing, Role.ESTIMATED)).isEmpty();
        assertThat(of(drawing, Role.ESTIMATED_POINT)).hasSize(1);
    }

    @Test
    void whereAForecastBeginsAloneIsNoForecast() {
        var ahead = Ahead.known(START.plusDays(7), BigDecimal.TEN);
        var drawing =
                TrendChart.draw(
                        new Course(Courses.weeks("100"), Optional.empty(), List.of(ahead)),
                        FRAME,
                        PLAIN);
        assertThat(Stream.of(Role.BAND, Role.FORECAST, Role.NOW).flatMap(r -> of(drawing, r)))
                .isEmpty();
    }

    @Test
    void ofManyPointsOnlyThoseWithoutANeighbourHaveDots() {
        assertThat(dots(amounts(60))).hasSize(60);
        assertThat(dots(amounts(61))).isEmpty();
        var alone = amounts(62);
        Stream.of(1, 30, 32, 60).forEach(gap -> alone.set(gap, ""));
        var course = new Course(weeks(alone), Optional.empty(), List.of());
        assertThat(dots(alone))
                .extracting(dot -> dot.centre().x())
                .isEqualTo(
                        Stream.of(0, 31, 61).map(TrendChart.columns(course, FRAME)::get).toList());
    }

    @Test
    void daysAreLabelledAsFarAsThereIsRoom() {
        var course = new Course(weeks(amounts(7)), Optional.empty(), List.of());
        assertThat(days(course, FRAME)).hasSize(6);
        // 2,000 units of plot have room for three, 649 for one.
        assertThat(days(course, Frame.labelled(2_820, 3_400)))
                .containsExactly("2025-11-17", "2025-12-01", "2025-12-15");
        assertThat(days(course, Frame.labelled(1_469, 3_400))).containsExactly("2025-11-17");
    }

    @Test
    void aDayAtTheRightEdgeEndsThere() {
        var course = new Course(weeks(amounts(7)), Optional.empty(), List.of());
        var last = labels(course, FRAME).getLast();
        assertThat(last.anchor()).isEqualTo(Shape.Anchor.END);
        assertThat(labels(course, FRAME).getFirst().anchor()).isEqualTo(Shape.Anchor.MIDDLE);
    }

    @Test
    void aFrameHasAPlot() {
        var frame = Frame.bare(141, 142);
        assertThat(List.of(frame.left(), frame.right(), frame.top(), frame.bottom()))
                .containsExactly(70, 71, 70, 72);
    }

    private static Course whole() {
        var points = new ArrayList<>(Courses.weeks("90", "95.5", "", "110", "104"));
        points.add(new Point(START.plusWeeks(5), Optional.of(new BigDecimal("99")), false));
        var start = START.plusDays(41);
        var ahead =
                List.of(
                        Ahead.known(start, new BigDecimal("100")),
                        new Ahead(
                                START.plusWeeks(20),
                                new BigDecimal("101"),
                                new BigDecimal("81"),
                                new BigDecimal("131")),
                        new Ahead(
                                START.plusDays(288),
                                new BigDecimal("102"),
                                new BigDecimal("64"),
                                new BigDecimal("140")));
        var estimated = List.of(point(start, "108"), point(start.plusDays(7), "112"));
        var path = Courses.path(START.minusDays(60), "100", "80", "60");
        return new Course(points, path, ahead, estimated);
    }

    private static Point point(LocalDate day, String amount) {
        return new Point(day, Optional.of(new BigDecimal(amount)), true);
    }

    private static List<Point> weeks(List<String> amounts) {
        return Courses.weeks(amounts.toArray(String[]::new));
    }

    private static List<String> amounts(int count) {
        return new ArrayList<>(IntStream.range(0, count).mapToObj(i -> "" + (100 + i)).toList());
    }

    private static List<Circle> dots(List<String> amounts) {
        var course = new Course(weeks(amounts), Optional.empty(), List.of());
        return TrendChart.draw(course, FRAME, PLAIN).shapes().stream()
                .filter(Circle.class::isInstance)
                .map(Circle.class::cast)
                .toList();
    }

    private static List<String> days(Course course, Frame frame) {
        return labels(course, frame).stream().map(Label::text).toList();
    }

    /// Of the days, which stand below the plot.
    private static List<Label> labels(Course course, Frame frame) {
        return TrendChart.draw(course, frame, PLAIN).shapes().stream()
                .filter(Label.class::isInstance)
                .map(Label.class::cast)
                .filter(label -> label.at().y() > frame.bottom() + 100)
                .toList();
    }

    private static Stream<Shape> of(Drawing drawing, Role role) {
        return drawing.shapes().stream().filter(s -> s.role() == role);
    }

    private static String kept() {
        try (var in = WholePictureTest.class.getResourceAsStream("/chart/whole.svg")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
