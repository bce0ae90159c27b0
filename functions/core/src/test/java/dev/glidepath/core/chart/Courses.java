package dev.glidepath.core.chart;

import dev.glidepath.core.chart.Course.Ahead;
import dev.glidepath.core.chart.Course.Point;
import dev.glidepath.core.plan.GlidePath;
import dev.glidepath.core.plan.GlidePath.Milestone;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// Courses to draw.
final class Courses {

    static final LocalDate START = LocalDate.of(2025, 11, 12);
    static final Wording PLAIN =
            new Wording() {
                @Override
                public String amount(BigDecimal perMonth) {
                    return perMonth.toPlainString();
                }

                @Override
                public String day(LocalDate day) {
                    return day.toString();
                }
            };

    private Courses() {}

    static List<Point> weeks(String... amounts) {
        var points = new ArrayList<Point>();
        for (var amount : amounts) {
            var day = START.plusWeeks(points.size());
            points.add(
                    new Point(
                            day,
                            amount.isEmpty()
                                    ? Optional.empty()
                                    : Optional.of(new BigDecimal(amount)),
                            true));
        }
        return points;
    }

    static Optional<GlidePath> path(LocalDate start, String... amounts) {
        var milestones = new ArrayList<Milestone>();
        for (var amount : amounts) {
            var date = start.plusMonths(6L * milestones.size());
            milestones.add(
                    new Milestone(6 * milestones.size() + "M", date, new BigDecimal(amount)));
        }
        return Optional.of(
                new GlidePath(milestones.getFirst(), milestones.subList(1, milestones.size())));
    }

    /// Any amounts, gaps, paths and bands; also of no cost, and below zero.
    static Course any(RandomGenerator random) {
        long size = (long) Math.pow(10, random.nextInt(9));
        var points = new ArrayList<Point>();
        int weeks = 1 + random.nextInt(30);
        for (int i = 0; i < weeks; i++) {
            var amount = BigDecimal.valueOf(random.nextLong(-size / 4, size + 1), 3);
            points.add(
                    new Point(
                            START.plusWeeks(i),
                            random.nextInt(5) == 0 ? Optional.empty() : Optional.of(amount),
                            random.nextInt(4) != 0));
        }
        var path =
                random.nextInt(4) == 0
                        ? Optional.<GlidePath>empty()
                        : path(
                                START.plusDays(random.nextInt(-400, 300)),
                                "" + random.nextLong(size + 1),
                                "" + random.nextLong(size + 1),
                                "" + random.nextLong(size + 1));
        var ahead = new ArrayList<Ahead>();
        var day = START.plusWeeks(weeks);
        for (int i = random.nextInt(4); i > 0; i--) {
            var amount = BigDecimal.valueOf(random.nextLong(size + 1));
            var half = BigDecimal.valueOf(random.nextLong(size + 1));
            ahead.add(new Ahead(day, amount, amount.subtract(half), amount.add(half)));
            day = day.plusDays(1 + random.nextInt(300));
        }
        return new Course(points, path, ahead);
    }
}
