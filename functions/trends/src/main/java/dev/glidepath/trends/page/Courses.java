package dev.glidepath.trends.page;

import dev.glidepath.core.assess.Line;
import dev.glidepath.core.assess.RunRate;
import dev.glidepath.core.assess.WayAhead;
import dev.glidepath.core.chart.Course;
import dev.glidepath.core.chart.Course.Ahead;
import dev.glidepath.trends.series.Period;
import dev.glidepath.trends.series.Point;
import dev.glidepath.trends.series.Series;
import dev.glidepath.trends.series.Trend;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Series as courses: what each period cost per average month, and where its line is going.
final class Courses {

    private Courses() {}

    /// @param line empty where the plan sets no target
    /// @param asOf the day of the line's run-rate
    static Course of(Trend trend, Series series, Optional<Line> line, LocalDate asOf) {
        var points =
                IntStream.range(0, trend.periods().size())
                        .mapToObj(i -> point(trend.periods().get(i), series.points().get(i)))
                        .toList();
        boolean isNow = !trend.frame().range().through().isBefore(asOf);
        return new Course(
                points,
                line.flatMap(Line::path),
                line.filter(_ -> isNow).map(l -> ahead(l, asOf)).orElse(List.of()));
    }

    private static Course.Point point(Period period, Point point) {
        var days = period.days();
        return new Course.Point(
                days.start().plusDays(days.count() / 2),
                perMonth(period, point),
                period.state().complete());
    }

    /// Empty while a day of the period is not known.
    static Optional<BigDecimal> perMonth(Period period, Point point) {
        int days = period.days().count();
        return point.cost() == null || period.state().knownDays() < days
                ? Optional.empty()
                : Optional.of(RunRate.perMonth(point.cost(), days));
    }

    /// A run-rate alone is no way.
    private static List<Ahead> ahead(Line line, LocalDate asOf) {
        var ahead = WayAhead.of(line, asOf);
        return ahead.size() > 1 ? ahead : List.of();
    }
}
