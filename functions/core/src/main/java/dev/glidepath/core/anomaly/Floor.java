package dev.glidepath.core.anomaly;

import java.math.BigDecimal;

/// Below this it is no anomaly.
///
/// @param rise the least share of what is expected, for a spike or a rise
/// @param drift the same for a drift, over all of its weeks
/// @param amount the least that it costs: in a week, or as a whole when it is over sooner
public record Floor(BigDecimal rise, BigDecimal drift, BigDecimal amount) {

    private static final BigDecimal RISE = new BigDecimal("0.2");
    private static final BigDecimal DRIFT = new BigDecimal("0.05");
    private static final BigDecimal SHARE = new BigDecimal("0.005");

    /// @param week what an average week costs in all: half a per cent of it matters, and never less
    ///   than one unit of money
    public static Floor of(BigDecimal week) {
        return new Floor(RISE, DRIFT, week.abs().multiply(SHARE).max(BigDecimal.ONE));
    }
}
