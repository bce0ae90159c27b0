package dev.glidepath.core.bridge;

import java.math.BigDecimal;

/// One reason for the difference, and the largest cause that points the same way.
///
/// @param amount dearer when positive
public record Step(Kind kind, BigDecimal amount, Part largest) {

    public record Part(Cause cause, BigDecimal amount) {}

    /// The reasons. Each charge belongs to one of the last seven by what it is; only usage with a
    /// quantity in both weeks is divided further, into the first four.
    ///
    /// An *item* is a SKU (or usage type) of an account, Spot apart from the rest. Its unit price
    /// is cost / quantity; q̄ and p̄ are the means of both weeks' quantity and unit price, and an
    /// item of one week only has that week's price. A *group* is what can be added up: the items of
    /// a category, service and region that are counted in the same unit; an item that says no unit
    /// is a group of its own. Means make the steps of the way back the negatives of those of the
    /// way.
    public enum Kind {
        /// More or less was used: an item's change of quantity × p̄, without [#MIX].
        VOLUME,

        /// The same became dearer or cheaper: q̄ × the change of the item's unit price, without
        /// [#COMMITMENT].
        RATE,

        /// Items took the place of others: where some of a group are more and some are less, the
        /// quantity that is in both is exchanged, shared out over those that are more and those
        /// that are less in proportion to their change, each × its p̄.
        MIX,

        /// Commitments (reservations, savings plans) cover more or less of an item: q̄ × Σ over its
        /// commitments, and the rest, of change of share × mean unit price. And all of what
        /// commitments cost besides usage: bought, unused, set off.
        COMMITMENT,

        /// Usage of a service in a region, or there in a unit, of which the week before had none.
        NEW,

        /// The opposite of [#NEW].
        GONE,

        /// Credits, adjustments, corrections of earlier periods, and any charge below zero that is
        /// no commitment's: refunds and discounts.
        CREDITS_AND_REFUNDS,

        /// Tax, and purchases that are no commitments: support and subscription fees.
        TAX_AND_FEES,

        /// A charge by the month has another share per day in a month of another length: mean
        /// monthly amount × change of 1 / days of the month, for each weekday. And days that only
        /// one of the weeks has any charge for.
        CALENDAR,

        /// Usage without a quantity in one of the weeks, or without a price in the metric; of a
        /// charge without a SKU the part that is not volume. Volume, rate and mix are all in it.
        NOT_TOLD_APART
    }
}
