package dev.glidepath.trends.page;

import dev.glidepath.core.figures.Figures;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.Function;

/// A point as it is shown, in the terminal too. The gap is between the rounded amounts, so that a
/// reader who subtracts gets it.
public record PointFigures(String cost, String allowed, String gap) {

    public static final PointFigures NONE =
            new PointFigures(Figures.NONE, Figures.NONE, Figures.NONE);

    /// @param complete whether the period is: before, there is no gap
    static PointFigures of(
            Optional<BigDecimal> cost,
            Optional<BigDecimal> allowed,
            boolean complete,
            Figures figures) {
        var gap = cost.filter(_ -> complete).flatMap(c -> allowed.map(c::subtract));
        return new PointFigures(
                text(cost, figures::money),
                text(allowed, figures::money),
                text(gap, figures::signed));
    }

    private static String text(Optional<BigDecimal> amount, Function<BigDecimal, String> figure) {
        return amount.map(figure).orElse(Figures.NONE);
    }
}
