package dev.glidepath.core.assess;

import java.math.BigDecimal;

/// A sum that was made in two ways; printed in the receipt. One that does not close holds the
/// digest.
public record Check(String name, BigDecimal left, BigDecimal right) {

    public boolean closes() {
        return left.compareTo(right) == 0;
    }
}
