package dev.glidepath.core.savings;

import java.math.BigDecimal;
import java.util.Optional;

/// Of which kind the savings of a source are, by its items in the last 28 days beside those in the
/// reference.
///
/// @param rate what was used in both, at the difference of its unit prices. Within a region and
///   unit, items in place of as many others count as the same
/// @param usage what was used less, at the reference's unit price
/// @param untold of what has no quantity
/// @param avoided the difference of unit prices on what was used more
/// @param largest item of the largest saving
record Told(
        BigDecimal rate,
        BigDecimal usage,
        BigDecimal untold,
        BigDecimal avoided,
        Optional<String> largest) {

    static final Told NOTHING =
            new Told(
                    BigDecimal.ZERO,
                    BigDecimal.ZERO,
                    BigDecimal.ZERO,
                    BigDecimal.ZERO,
                    Optional.empty());

    BigDecimal all() {
        return rate.add(usage).add(untold);
    }
}
