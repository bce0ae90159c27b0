package dev.glidepath.core.chart;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/// An axis of amounts that begins and ends at round ones. It begins at zero, but for amounts that
/// all are at least a third of the largest, whose differences nobody would see.
public record AmountAxis(BigDecimal low, BigDecimal high, BigDecimal step) {

    private static final BigDecimal STEPS = BigDecimal.valueOf(5);
    private static final BigDecimal THREE = BigDecimal.valueOf(3);
    private static final List<BigDecimal> ROUND =
            Stream.of("1", "2", "2.5", "5", "10").map(BigDecimal::new).toList();

    /// @param amounts at least one
    static AmountAxis over(List<BigDecimal> amounts) {
        var min = Collections.min(amounts);
        var max = Collections.max(amounts);
        if (min.signum() > 0 && min.multiply(THREE).compareTo(max) < 0) {
            min = BigDecimal.ZERO;
        } else if (max.signum() < 0 && max.multiply(THREE).compareTo(min) > 0) {
            max = BigDecimal.ZERO;
        }
        if (min.compareTo(max) == 0) {
            max = max.add(max.signum() == 0 ? BigDecimal.ONE : max.abs().movePointLeft(1));
        }
        var step = step(max.subtract(min));
        var low = whole(min, step, RoundingMode.FLOOR);
        return new AmountAxis(low, whole(max, step, RoundingMode.CEILING), step);
    }

    /// Lowest first, both ends included.
    public List<BigDecimal> marks() {
        return Stream.iterate(low, mark -> mark.compareTo(high) <= 0, mark -> mark.add(step))
                .toList();
    }

    private static BigDecimal step(BigDecimal span) {
        var fine = span.divide(STEPS, MathContext.DECIMAL64);
        int exponent = fine.precision() - fine.scale() - 1;
        return ROUND.stream()
                .map(round -> round.scaleByPowerOfTen(exponent))
                .filter(step -> step.compareTo(fine) >= 0)
                .findFirst()
                .orElseThrow();
    }

    private static BigDecimal whole(BigDecimal amount, BigDecimal step, RoundingMode mode) {
        return amount.divide(step, 0, mode).multiply(step);
    }
}
