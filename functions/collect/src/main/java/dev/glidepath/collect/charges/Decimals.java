package dev.glidepath.collect.charges;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/// A list of exact numbers, null where there is none. One of up to 18 digits takes nine bytes.
final class Decimals {

    private static final byte NONE = -1;
    private static final byte LARGE = -2;
    private static final int MOST_DIGITS = 18;

    private long[] units = new long[16];
    private byte[] scales = new byte[16];
    private final Map<Integer, BigDecimal> large = new HashMap<>();

    @Nullable BigDecimal get(int index) {
        return switch (scales[index]) {
            case NONE -> null;
            case LARGE -> large.get(index);
            default -> BigDecimal.valueOf(units[index], scales[index]);
        };
    }

    /// @param index of one that is there, or the next
    void set(int index, @Nullable BigDecimal value) {
        if (index == units.length) {
            units = Arrays.copyOf(units, index * 2);
            scales = Arrays.copyOf(scales, index * 2);
        }
        if (value == null) {
            scales[index] = NONE;
        } else if (value.precision() <= MOST_DIGITS
                && value.scale() >= 0
                && value.scale() <= Byte.MAX_VALUE) {
            units[index] = value.scaleByPowerOfTen(value.scale()).longValueExact();
            scales[index] = (byte) value.scale();
        } else {
            large.put(index, value);
            scales[index] = LARGE;
        }
    }
}
