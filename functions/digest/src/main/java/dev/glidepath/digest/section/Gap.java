package dev.glidepath.digest.section;

import dev.glidepath.core.assess.Standing;
import dev.glidepath.digest.figures.Figures;

import java.math.BigDecimal;

/// The gap as it is shown: between the rounded amounts, so that a reader who subtracts gets it.
final class Gap {

    private Gap() {}

    static BigDecimal of(Standing.Measured measured, Figures figures) {
        return figures.round(measured.runRate()).subtract(figures.round(measured.allowed()));
    }
}
