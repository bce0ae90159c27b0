package dev.glidepath.core.forecast;

import java.math.BigDecimal;
import java.util.List;

/// What is to come, and how sure that is.
///
/// @param methods one per series that it is the sum of
public record Forecast(
        BigDecimal amount, Band band, Spread spread, List<Method> methods, Checked checked) {

    static final BigDecimal BAND = new BigDecimal("0.8");

    public Forecast {
        methods = List.copyOf(methods);
    }

    /// Where the amount lies with a chance of four in five.
    public record Band(BigDecimal low, BigDecimal high) {

        Band times(BigDecimal factor) {
            return new Band(low.multiply(factor), high.multiply(factor));
        }

        Band plus(BigDecimal amount) {
            return new Band(low.add(amount), high.add(amount));
        }
    }

    /// @param forecasts how many earlier ones the spread comes from
    /// @param days how far ahead their last day was
    /// @param widened by what the spread was multiplied, as this one looks further ahead; 1 if not
    public record Checked(int forecasts, int days, BigDecimal widened) {

        public boolean isWidened() {
            return widened.compareTo(BigDecimal.ONE) > 0;
        }
    }

    /// How likely it is that it comes to this much or less.
    public BigDecimal chance(BigDecimal target) {
        return spread.chance(target.subtract(amount));
    }

    /// No forecast was so wrong: the chance is not known any closer.
    public boolean isBeyondAnyMiss(BigDecimal target) {
        return target.subtract(amount).abs().compareTo(spread.misses().getLast()) > 0;
    }

    /// @param factor above zero, such as the days of the window
    public Forecast times(BigDecimal factor) {
        return new Forecast(
                amount.multiply(factor),
                band.times(factor),
                spread.times(factor),
                methods,
                checked);
    }

    /// With an amount that is known.
    public Forecast plus(BigDecimal known) {
        return new Forecast(amount.add(known), band.plus(known), spread, methods, checked);
    }
}
