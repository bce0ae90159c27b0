package dev.glidepath.digest.workbook;

import java.math.BigDecimal;

/// An amount that was summed in two ways.
record Tie(String what, BigDecimal detail, BigDecimal other) {

    BigDecimal difference() {
        return detail.subtract(other);
    }

    boolean closes() {
        return difference().signum() == 0;
    }
}
