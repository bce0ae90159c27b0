package dev.glidepath.core.forecast;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/// Means and medians.
public final class Ranks {

    public static final MathContext PRECISION = MathContext.DECIMAL64;

    private Ranks() {}

    public static BigDecimal sum(Collection<BigDecimal> amounts) {
        var sum = BigDecimal.ZERO;
        for (var amount : amounts) {
            sum = sum.add(amount);
        }
        return sum;
    }

    public static BigDecimal mean(Collection<BigDecimal> amounts) {
        return sum(amounts).divide(BigDecimal.valueOf(amounts.size()), PRECISION);
    }

    public static BigDecimal median(Collection<BigDecimal> amounts) {
        var sorted = sorted(amounts);
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1
                ? sorted.get(middle)
                : mean(sorted.subList(middle - 1, middle + 1));
    }

    /// The mean without the lowest and the highest quarter.
    public static BigDecimal middleMean(Collection<BigDecimal> amounts) {
        int quarter = amounts.size() / 4;
        return mean(sorted(amounts).subList(quarter, amounts.size() - quarter));
    }

    public static List<BigDecimal> sorted(Collection<BigDecimal> amounts) {
        var sorted = new ArrayList<>(amounts);
        sorted.sort(null);
        return sorted;
    }
}
