package dev.glidepath.local;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Amounts as a row of blocks, from the lowest to the highest of both rows that are compared.
record Sparkline(BigDecimal lowest, BigDecimal highest) {

    private static final String BLOCKS = "▁▂▃▄▅▆▇█";
    private static final String UNKNOWN = "·";

    static Sparkline over(List<@Nullable BigDecimal> one, List<@Nullable BigDecimal> other) {
        var known = Stream.concat(one.stream(), other.stream()).filter(Objects::nonNull).toList();
        return new Sparkline(
                known.stream().reduce(BigDecimal::min).orElse(BigDecimal.ZERO),
                known.stream().reduce(BigDecimal::max).orElse(BigDecimal.ZERO));
    }

    String of(List<@Nullable BigDecimal> amounts) {
        return amounts.stream().map(this::block).collect(Collectors.joining());
    }

    private String block(@Nullable BigDecimal amount) {
        if (amount == null) {
            return UNKNOWN;
        }
        var span = highest.subtract(lowest);
        int last = BLOCKS.length() - 1;
        int height =
                span.signum() == 0
                        ? 0
                        : amount.subtract(lowest)
                                .multiply(BigDecimal.valueOf(last))
                                .divide(span, 0, RoundingMode.HALF_UP)
                                .intValueExact();
        return BLOCKS.substring(height, height + 1);
    }
}
