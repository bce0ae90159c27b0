package dev.glidepath.trends.page;

import dev.glidepath.core.figures.Figures;
import dev.glidepath.trends.series.Point;
import dev.glidepath.trends.series.Trend;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.util.function.Function;
import java.util.stream.Stream;

/// A point as it is shown, in the terminal too. The gap is between the rounded amounts, so that a
/// reader who subtracts gets it.
public record PointFigures(String cost, String allowed, String gap) {

    public static PointFigures of(Point point, Figures figures) {
        return new PointFigures(
                text(point.cost(), figures::money),
                text(point.allowed(), figures::money),
                text(gap(point, figures), figures::signed));
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

    private static @Nullable BigDecimal gap(Point point, Figures figures) {
        return point.gap() == null || point.cost() == null || point.allowed() == null
                ? null
                : figures.round(point.cost()).subtract(figures.round(point.allowed()));
    }

    private static String text(@Nullable BigDecimal amount, Function<BigDecimal, String> figure) {
        return amount == null ? Figures.NONE : figure.apply(amount);
    }
}
