package dev.glidepath.core.figures;

import dev.glidepath.core.assess.Standing;

import java.math.BigDecimal;

/// The gap as it is shown: between the rounded amounts, so that a reader who subtracts gets it.
public final class Gap {

    private Gap() {}

    public static BigDecimal of(Standing.Measured measured, Figures figures) {
        return figures.round(measured.runRate()).subtract(figures.round(measured.allowed()));
    }
}
