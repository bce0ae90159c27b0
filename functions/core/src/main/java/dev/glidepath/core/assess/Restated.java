package dev.glidepath.core.assess;

import dev.glidepath.core.calendar.Week;
import dev.glidepath.core.cost.Execution;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What became different since the last mail of the weeks that it showed.
public sealed interface Restated {

    /// @param weeks that were complete then, oldest first, whether or not they changed
    /// @param incomplete those of the four that the last mail showed that were not
    /// @param sources the deliveries that changed `weeks`; their changes add up to the weeks'
    record Since(Instant lastMail, List<Period> weeks, List<Week> incomplete, List<Source> sources)
            implements Restated {
        public Since {
            weeks = List.copyOf(weeks);
            incomplete = List.copyOf(incomplete);
            sources = List.copyOf(sources);
        }
    }

    /// Nothing was known then, or no week of it was complete.
    record NoMailBefore() implements Restated {}

    /// Other rules put the charges into categories since, so that categories cannot be compared.
    record OtherRules(Instant lastMail) implements Restated {}

    /// @param week empty for all the weeks before those that a mail shows
    /// @param largest cause; empty where nothing changed
    record Period(Optional<Week> week, BigDecimal before, BigDecimal now, Optional<Cause> largest) {

        public BigDecimal change() {
            return now.subtract(before);
        }
    }

    /// @param before empty where the billing period had no delivery
    record Source(Optional<Execution.Id> before, Execution.Id now, BigDecimal change) {}

    record Cause(Why why, String category, @Nullable String service, BigDecimal change) {}

    enum Why {
        CREDIT,
        /// An adjustment, or another charge below zero.
        REFUND,
        TAX,
        FEE,
        /// A correction of an earlier billing period.
        CORRECTION,
        /// Usage of a service that had none in the period.
        USAGE_CAME_LATE,
        USAGE_CHANGED
    }
}
