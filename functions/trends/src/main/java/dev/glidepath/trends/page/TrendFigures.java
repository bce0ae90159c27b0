package dev.glidepath.trends.page;

import dev.glidepath.core.figures.Figures;
import dev.glidepath.trends.series.Period;
import dev.glidepath.trends.series.Point;
import dev.glidepath.trends.series.Series;
import dev.glidepath.trends.series.Trend;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Every point of a trend as it is shown. The lines of a period are rounded as the mail rounds
/// those of a week: so that they add up to the rounded total.
public final class TrendFigures {

    private final Trend trend;
    private final Figures figures;
    private final List<List<PointFigures>> periods;

    private TrendFigures(Trend trend, Figures figures) {
        this.trend = trend;
        this.figures = figures;
        this.periods = IntStream.range(0, trend.periods().size()).mapToObj(this::period).toList();
    }

    /// To the figures' scale.
    public static TrendFigures of(Trend trend, Figures figures) {
        return new TrendFigures(trend, figures);
    }

    /// For the largest cost that the trend has.
    public static Figures figures(Trend trend) {
        var largest =
                Stream.concat(trend.series().stream(), trend.total().stream())
                        .flatMap(s -> s.points().stream())
                        .flatMap(p -> Stream.ofNullable(p.cost()))
                        .map(BigDecimal::abs)
                        .reduce(BigDecimal.ZERO, BigDecimal::max);
        return Figures.of(trend.frame().basis().currency(), largest);
    }

    /// One per period of the trend.
    ///
    /// @param series of the trend, or its total
    public List<PointFigures> of(Series series) {
        int line = trend.series().indexOf(series);
        return periods.stream().map(p -> line < 0 ? p.getLast() : p.get(line)).toList();
    }

    /// The lines', then the total's.
    private List<PointFigures> period(int i) {
        var period = trend.periods().get(i);
        var points = trend.series().stream().map(s -> s.points().get(i)).toList();
        var costs = rounded(points, Point::cost);
        var allowed = rounded(points, Point::allowed);
        var shown = new ArrayList<PointFigures>();
        for (int line = 0; line < points.size(); line++) {
            shown.add(figures(costs.get(line), allowed.get(line), period));
        }
        trend.total().map(t -> t.points().get(i)).ifPresent(t -> shown.add(total(t, period)));
        return shown;
    }

    private PointFigures total(Point point, Period period) {
        return figures(
                Optional.ofNullable(point.cost()).map(figures::round),
                Optional.ofNullable(point.allowed()).map(figures::round),
                period);
    }

    private PointFigures figures(
            Optional<BigDecimal> cost, Optional<BigDecimal> allowed, Period period) {
        return PointFigures.of(cost, allowed, period.state().complete(), figures);
    }

    private List<Optional<BigDecimal>> rounded(
            List<Point> points, Function<Point, @Nullable BigDecimal> part) {
        var known = points.stream().map(part).filter(Objects::nonNull).toList();
        var rounded = figures.column(known).iterator();
        return points.stream()
                .map(
                        p ->
                                part.apply(p) == null
                                        ? Optional.<BigDecimal>empty()
                                        : Optional.of(rounded.next()))
                .toList();
    }
}
