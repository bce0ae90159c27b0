package dev.glidepath.trends.page;

import dev.glidepath.core.assess.Line;
import dev.glidepath.core.assess.Provisional;
import dev.glidepath.core.assess.WayAhead;
import dev.glidepath.core.assess.WaySoFar;
import dev.glidepath.core.chart.Course;
import dev.glidepath.core.chart.Course.Ahead;
import dev.glidepath.core.cost.ChargeDays;
import dev.glidepath.trends.series.Grain;
import dev.glidepath.trends.series.Period;
import dev.glidepath.trends.series.Point;
import dev.glidepath.trends.series.Series;
import dev.glidepath.trends.series.Trend;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/// Series as courses: what each period cost per average month, and where its line is going.
final class Courses {

    private Courses() {}

    /// @param line empty where the plan sets no target
    /// @param asOf the day of the line's run-rate
    /// @param estimated what days that are not settled are estimated to cost
    static Course of(
            Trend trend,
            Series series,
            Optional<Line> line,
            LocalDate asOf,
            NavigableMap<LocalDate, BigDecimal> estimated) {
        var points =
                IntStream.range(0, trend.periods().size())
                        .mapToObj(i -> point(trend.periods().get(i), series.points().get(i)))
                        .toList();
        boolean isNow = !trend.frame().range().through().isBefore(asOf);
        return new Course(
                points,
                line.flatMap(Line::path),
                line.filter(_ -> isNow).map(l -> WayAhead.of(l, asOf)).orElse(List.<Ahead>of()),
                estimated(
                        estimated.tailMap(points.getFirst().day(), true),
                        trend.frame().range().grain()));
    }

    static Course.Point point(Period period, Point point) {
        return WaySoFar.of(
                period.days(), point.cost(), period.state().knownDays(), period.state().complete());
    }

    /// Day by day beside days; else all of them together, because they are no period yet.
    private static List<Course.Point> estimated(
            NavigableMap<LocalDate, BigDecimal> days, Grain grain) {
        if (days.isEmpty() || grain == Grain.DAY) {
            return days.entrySet().stream()
                    .map(e -> WaySoFar.of(ChargeDays.of(e.getKey()), e.getValue(), 1, false))
                    .toList();
        }
        var all = new ChargeDays(days.firstKey(), days.lastKey().plusDays(1));
        var sum = days.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        return List.of(WaySoFar.of(all, sum, all.count(), false));
    }

    /// Of a category; for the whole, of all of them, unless one that costs something is not
    /// estimated, such as what others than AWS bill.
    ///
    /// @param parts of the whole
    static NavigableMap<LocalDate, BigDecimal> estimated(
            Provisional all, Series series, List<Series> parts) {
        boolean whole = series.kind() == Series.Kind.TOTAL;
        var days = new TreeMap<LocalDate, BigDecimal>();
        if (whole && parts.stream().anyMatch(part -> isMissing(part, all))) {
            return days;
        }
        all.lines().stream()
                .filter(line -> whole || line.category().equals(series.name()))
                .forEach(
                        line ->
                                line.days()
                                        .forEach((day, a) -> days.merge(day, a, BigDecimal::add)));
        return days;
    }

    private static boolean isMissing(Series part, Provisional all) {
        return all.lines().stream().noneMatch(line -> line.category().equals(part.name()))
                && part.points().reversed().stream()
                        .map(Point::cost)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .filter(cost -> cost.signum() != 0)
                        .isPresent();
    }
}
