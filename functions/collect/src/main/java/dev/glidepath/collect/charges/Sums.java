package dev.glidepath.collect.charges;

import dev.glidepath.core.money.Money;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.util.Arrays;

/// Sums of which a part may be missing: null is none.
final class Sums {

    private static final int UNITS = 12;

    private Sums() {}

    static @Nullable BigDecimal plus(@Nullable BigDecimal a, @Nullable BigDecimal b) {
        return a == null ? b : b == null ? a : a.add(b);
    }

    /// @param units of 10^-12
    static BigDecimal ofUnits(long units) {
        long digits = units;
        int scale = UNITS;
        while (scale > 0 && digits % 10 == 0) {
            digits /= 10;
            scale--;
        }
        return BigDecimal.valueOf(digits, scale);
    }

    /// The sum of a number's digits that did not fit into its own, as [Groups] has them.
    static @Nullable BigDecimal left(String rest, String name) {
        return Arrays.stream(rest.split(" "))
                .filter(digits -> digits.startsWith(name + "="))
                .map(digits -> new BigDecimal(digits.substring(name.length() + 1)))
                .reduce(BigDecimal::add)
                .map(Money::normalise)
                .orElse(null);
    }

    /// Engines write the digits of one number in different ways.
    static @Nullable BigDecimal plain(@Nullable BigDecimal number) {
        return number == null ? null : Money.normalise(number);
    }
}
