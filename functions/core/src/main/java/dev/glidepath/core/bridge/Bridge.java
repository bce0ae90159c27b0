package dev.glidepath.core.bridge;

import dev.glidepath.core.calendar.Week;

import java.math.BigDecimal;
import java.util.List;

/// From what one week cost to what the next one did.
public sealed interface Bridge {

    /// @param steps those that are not zero, in the order of [Step.Kind]; `before` and all of them
    ///   add up to `after` exactly
    record Told(BigDecimal before, BigDecimal after, List<Step> steps) implements Bridge {
        public Told {
            steps = List.copyOf(steps);
        }
    }

    /// @param week the week that is not complete
    record NotComparable(Week week) implements Bridge {}
}
