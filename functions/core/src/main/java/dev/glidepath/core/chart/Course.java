package dev.glidepath.core.chart;

import dev.glidepath.core.plan.GlidePath;
import dev.glidepath.core.plan.GlidePath.Milestone;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/// What a trend picture shows: cost over time against the glide path and what is to come. All
/// amounts are per average month.
///
/// @param points at least one, oldest first
/// @param ahead nearest first; begins with where the forecast starts. Empty without a forecast
/// @param estimated what is estimated of days that are not settled, oldest first
public record Course(
        List<Point> points, Optional<GlidePath> path, List<Ahead> ahead, List<Point> estimated) {

    public Course {
        points = List.copyOf(points);
        ahead = List.copyOf(ahead);
        estimated = List.copyOf(estimated);
        if (points.isEmpty()) {
            throw new IllegalArgumentException("a trend picture needs a point");
        }
    }

    /// Without an estimate.
    public Course(List<Point> points, Optional<GlidePath> path, List<Ahead> ahead) {
        this(points, path, ahead, List.of());
    }

    /// What some days cost.
    ///
    /// @param day the one in their middle
    /// @param amount empty when it is not known, which leaves a gap
    /// @param settled false while it may still move
    public record Point(LocalDate day, Optional<BigDecimal> amount, boolean settled) {}

    /// @param low and `high`: the forecast's band, both the amount itself where it is known
    public record Ahead(LocalDate day, BigDecimal amount, BigDecimal low, BigDecimal high) {

        public static Ahead known(LocalDate day, BigDecimal amount) {
            return new Ahead(day, amount, amount, amount);
        }
    }

    public LocalDate from() {
        return points.getFirst().day();
    }

    /// The last day of the points, the estimate and the forecast.
    public LocalDate through() {
        var days = new TreeSet<LocalDate>();
        days.add(points.getLast().day());
        estimated.forEach(p -> days.add(p.day()));
        ahead.forEach(a -> days.add(a.day()));
        return days.last();
    }

    /// Those within the picture.
    public List<Milestone> milestones() {
        return path.map(GlidePath::milestones).orElse(List.of()).stream()
                .filter(m -> !m.date().isBefore(from()) && !m.date().isAfter(through()))
                .toList();
    }

    /// The path within the picture: straight lines lie between these.
    List<Milestone> knots() {
        return path.map(
                        p -> {
                            var knots = new ArrayList<>(List.of(knot(p, from())));
                            knots.addAll(inside(p));
                            knots.add(knot(p, through()));
                            return List.copyOf(knots);
                        })
                .orElse(List.of());
    }

    private List<Milestone> inside(GlidePath path) {
        var all = new ArrayList<>(List.of(path.baseline()));
        all.addAll(path.milestones());
        return all.stream()
                .filter(m -> m.date().isAfter(from()) && m.date().isBefore(through()))
                .toList();
    }

    private static Milestone knot(GlidePath path, LocalDate day) {
        return new Milestone("", day, path.allowedOn(day));
    }

    /// Every amount that has to find its place; zero where nothing is known.
    List<BigDecimal> amounts() {
        var amounts = new ArrayList<BigDecimal>();
        points.forEach(p -> p.amount().ifPresent(amounts::add));
        estimated.forEach(p -> p.amount().ifPresent(amounts::add));
        knots().forEach(k -> amounts.add(k.amount()));
        ahead.forEach(a -> amounts.addAll(List.of(a.amount(), a.low(), a.high())));
        return amounts.isEmpty() ? List.of(BigDecimal.ZERO) : amounts;
    }
}
