package dev.glidepath.core.anomaly;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/// A cost that is higher than its own past lets expect. What it cost is `expected` and `soFar`
/// together, exactly.
///
/// @param from the first day that stands out. A spike's and a rise's is right to about a day, a
///   drift's to about two weeks
/// @param through the last day that stands out
/// @param expected what the days from `from` through `through` were expected to cost
/// @param soFar what they cost above that
/// @param perMonth what it costs in an average month if it stays as in its last seven days; empty
///   when it is over
public record Anomaly(
        Kind kind,
        LocalDate from,
        LocalDate through,
        BigDecimal expected,
        BigDecimal soFar,
        Optional<BigDecimal> perMonth) {

    public enum Kind {
        /// Was higher for some days and is over.
        SPIKE,
        /// Is on a higher level. Four weeks later that is the level.
        RISE,
        /// Grows week after week.
        DRIFT
    }
}
