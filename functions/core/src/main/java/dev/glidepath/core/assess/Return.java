package dev.glidepath.core.assess;

import dev.glidepath.core.plan.Initiative;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.Optional;

/// What an initiative has brought.
public sealed interface Return {

    Initiative initiative();

    record NotBegun(Initiative initiative) implements Return {}

    /// @param invested so far; empty where the plan does not say
    /// @param expected of the planned saving by now, on a straight line over the initiative's
    ///   months
    /// @param verified its share of the confirmed savings that began since its own start in the
    ///   categories that it moves, in proportion to the planned savings of all initiatives that had
    ///   begun there by then; empty while there is no reference
    /// @param payback of what is invested, at the pace of the last 28 days
    record Begun(
            Initiative initiative,
            LocalDate since,
            Optional<BigDecimal> invested,
            BigDecimal expected,
            Optional<BigDecimal> verified,
            Payback payback)
            implements Return {

        /// Verified over invested, as a share; empty where one of them is not known.
        public Optional<BigDecimal> roi() {
            return invested.filter(i -> i.signum() > 0)
                    .flatMap(i -> verified.map(v -> v.divide(i, MathContext.DECIMAL64)));
        }
    }

    sealed interface Payback {

        record Done() implements Payback {}

        record On(LocalDate day) implements Payback {}

        /// Nothing is saved at present, or it is not known what was invested, or it takes more than
        /// ten years.
        record None() implements Payback {}
    }
}
