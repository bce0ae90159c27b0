package dev.glidepath.core.assess;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;

/// Where a run-rate stands against its glide path on the last settled day.
public sealed interface Standing {

    enum Status {
        AHEAD,
        ON_TRACK,
        BEHIND,
        /// At or under the last milestone.
        MET
    }

    /// @param runRate and `allowed`: per month
    record Measured(BigDecimal runRate, BigDecimal allowed, Status status, Pace pace, Cut cut)
            implements Standing {

        /// Above what is allowed when positive.
        public BigDecimal gap() {
            return runRate.subtract(allowed);
        }

        /// The gap as a share of what is allowed; empty when nothing is.
        public Optional<BigDecimal> gapShare() {
            return allowed.signum() == 0
                    ? Optional.empty()
                    : Optional.of(gap().divide(allowed, MathContext.DECIMAL64));
        }
    }

    /// A cost that the plan sets no target for; it counts in full in the total.
    record NoTarget(BigDecimal runRate) implements Standing {}

    /// @param knownDays of the 28 that a run-rate needs
    /// @param allowed empty where the plan sets no target
    record NotEnoughData(int knownDays, Optional<BigDecimal> allowed) implements Standing {}

    /// How far in time the run-rate is from the day that allows it.
    sealed interface Pace {

        /// @param months ahead when positive, behind when negative
        /// @param orMore the path allows no such amount: above its baseline, below its end
        record Months(BigDecimal months, boolean orMore) implements Pace {}

        /// The path does not descend, so that an amount belongs to no one day.
        record Undated() implements Pace {}
    }

    /// What has to come off the monthly run-rate until the next milestone that is not met.
    sealed interface Cut {

        record PerWeek(BigDecimal amount, String milestone, BigDecimal weeks) implements Cut {}

        /// Every milestone to come is met already.
        record NotNeeded() implements Cut {}

        /// The last milestone is past and the run-rate above it.
        record Overdue(BigDecimal amount, String milestone) implements Cut {}
    }
}
