package dev.glidepath.trends.page;

import dev.glidepath.core.assess.Line;
import dev.glidepath.core.assess.Outlook.Due;
import dev.glidepath.core.assess.RunRate;
import dev.glidepath.core.assess.Standing;
import dev.glidepath.core.chart.Course;
import dev.glidepath.core.chart.Course.Ahead;
import dev.glidepath.trends.series.Period;
import dev.glidepath.trends.series.Point;
import dev.glidepath.trends.series.Series;
import dev.glidepath.trends.series.Trend;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Series as courses: what each period cost per average month, and where its line is going.
final class Courses {

    /// The next milestone is shown up to here, the ones after it only within a year: else what was
    /// would shrink to a corner.
    private static final int MOST_YEARS_AHEAD = 2;

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

    private static List<Ahead> ahead(Line line, LocalDate asOf) {
        var runRate =
                switch (line.standing()) {
                    case Standing.Measured m -> Optional.of(m.runRate());
                    case Standing.NoTarget(var amount) -> Optional.of(amount);
                    case Standing.NotEnoughData _ -> Optional.<BigDecimal>empty();
                };
        var ahead = new ArrayList<Ahead>();
        runRate.ifPresent(amount -> ahead.add(Ahead.known(asOf, amount)));
        for (var due : runRate.isEmpty() ? List.<Due>of() : line.outlook().dues()) {
            int years = ahead.size() == 1 ? MOST_YEARS_AHEAD : 1;
            due.projected()
                    .filter(_ -> !due.date().isAfter(asOf.plusYears(years)))
                    .map(f -> new Ahead(due.date(), f.amount(), f.band().low(), f.band().high()))
                    .ifPresent(ahead::add);
        }
        return ahead.size() > 1 ? ahead : List.of();
    }
}
