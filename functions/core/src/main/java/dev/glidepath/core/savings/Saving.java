package dev.glidepath.core.savings;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.Optional;

/// A service of a category that costs less than in the reference, net of what the same service cost
/// more.
///
/// @param since the first day that it cost less
/// @param backSince the first day that it did not any more; only of one that is reversed
/// @param parts what kinds it is of; together they are the amount
public record Saving(
        Source source,
        State state,
        LocalDate since,
        Optional<LocalDate> backSince,
        Sums amount,
        Parts parts) {

    public enum State {
        /// It has held for 30 days, and does.
        CONFIRMED,
        /// It holds, but not for 30 days yet.
        SEEN,
        /// The cost came back: it counts no more.
        REVERSED
    }

    /// @param service name, else code
    /// @param usage false of purchases: fees, subscriptions, commitments
    public record Source(
            String category, @Nullable String provider, @Nullable String service, boolean usage) {}

    /// Told by the last 28 days.
    ///
    /// @param rate lower unit prices
    /// @param usage less quantity
    /// @param untold what the bill has no quantity for
    /// @param largest the item with the most of it in the last 28 days, as SKU or usage type
    public record Parts(Sums rate, Sums usage, Sums untold, Optional<String> largest) {}
}
