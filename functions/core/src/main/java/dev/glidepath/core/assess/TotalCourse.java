package dev.glidepath.core.assess;

import dev.glidepath.core.assess.Outlook.Due;
import dev.glidepath.core.calendar.Week;
import dev.glidepath.core.chart.Course;
import dev.glidepath.core.chart.Course.Ahead;
import dev.glidepath.core.chart.Course.Point;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// The way that the total came in half a year, and where it is going: what the trend picture shows.
final class TotalCourse {

    /// Fewer known weeks are no trend.
    private static final int FEWEST_WEEKS = 8;

    /// The next milestone is shown up to here, the ones after it only within a year: else what was
    /// would shrink to a corner.
    private static final int MOST_YEARS_AHEAD = 2;

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
                : Optional.of(new Course(points, total.path(), ahead(total)));
    }

    private Point point(Week week) {
        var state = ledger.state(week);
        var amount =
                state.knownDays() < week.days().size()
                        ? Optional.<BigDecimal>empty()
                        : Optional.of(
                                RunRate.perMonth(
                                        cost.of(week.monday(), week.sunday()), week.days().size()));
        return new Point(
                week.monday().plusDays(3), amount, state.settledDays() == week.days().size());
    }

    private List<Ahead> ahead(Line total) {
        var runRate =
                switch (total.standing()) {
                    case Standing.Measured m -> Optional.of(m.runRate());
                    case Standing.NoTarget(var amount) -> Optional.of(amount);
                    case Standing.NotEnoughData _ -> Optional.<BigDecimal>empty();
                };
        var ahead = new ArrayList<Ahead>();
        runRate.ifPresent(amount -> ahead.add(Ahead.known(asOf, amount)));
        for (var due : runRate.isEmpty() ? List.<Due>of() : total.outlook().dues()) {
            int years = ahead.size() == 1 ? MOST_YEARS_AHEAD : 1;
            if (!due.date().isAfter(asOf.plusYears(years))) {
                due.projected()
                        .map(
                                f ->
                                        new Ahead(
                                                due.date(),
                                                f.amount(),
                                                f.band().low(),
                                                f.band().high()))
                        .ifPresent(ahead::add);
            }
        }
        return ahead;
    }
}
