package dev.glidepath.core.assess;

import dev.glidepath.core.calendar.Week;
import dev.glidepath.core.chart.Course;
import dev.glidepath.core.chart.Course.Point;
import dev.glidepath.core.cost.ChargeDays;

import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.IntStream;

/// The way that the total came in half a year, and where it is going: what the trend picture shows.
final class TotalCourse {

    /// Fewer known weeks are no trend.
    private static final int FEWEST_WEEKS = 8;

    private final Ledger ledger;
    private final CountedCost cost;
    private final LocalDate asOf;

    TotalCourse(Ledger ledger, CountedCost cost, LocalDate asOf) {
        this.ledger = ledger;
        this.cost = cost;
        this.asOf = asOf;
    }

    /// @param last the assessed week
    /// @return empty where fewer than eight weeks are known
    Optional<Course> of(Line total, Week last) {
        var points =
                IntStream.range(0, Ledger.WEEKS_BEFORE)
                        .mapToObj(i -> point(last.minus(Ledger.WEEKS_BEFORE - 1 - i)))
                        .dropWhile(point -> point.amount().isEmpty())
                        .toList();
        return points.stream().filter(p -> p.amount().isPresent()).count() < FEWEST_WEEKS
                ? Optional.empty()
                : Optional.of(new Course(points, total.path(), WayAhead.of(total, asOf)));
    }

    private Point point(Week week) {
        var state = ledger.state(week);
        return WaySoFar.of(
                new ChargeDays(week.monday(), week.sunday().plusDays(1)),
                cost.of(week.monday(), week.sunday()),
                state.knownDays(),
                state.settledDays() == week.days().size());
    }
}
