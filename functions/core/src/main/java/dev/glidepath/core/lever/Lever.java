package dev.glidepath.core.lever;

import dev.glidepath.core.cost.CostLine;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.util.Optional;

/// A part of the bill that somebody could do something about. Two levers may be about the same
/// charges, so that they are never added; and what could be had is not what was saved.
///
/// @param cost what it cost in the days that were looked at, exactly
/// @param of what it is a part of, in the same days; empty where only the part says anything
/// @param estimate what could come off `cost`, at list prices; empty where the bill has no price to
///   tell it
/// @param largest the line that costs most of it; empty when it costs nothing
/// @param awake of [Kind#NON_PRODUCTION_HOURS] only
public record Lever(
        Kind kind,
        BigDecimal cost,
        Optional<BigDecimal> of,
        Optional<BigDecimal> estimate,
        Optional<Where> largest,
        Optional<Awake> awake) {

    Lever(
            Kind kind,
            BigDecimal cost,
            Optional<BigDecimal> of,
            Optional<BigDecimal> estimate,
            Optional<Where> largest) {
        this(kind, cost, of, estimate, largest, Optional.empty());
    }

    /// @param instances as many as run around the clock would have run the hours that were billed
    /// @param weekdayHours in which they are needed
    public record Awake(long instances, int weekdayHours) {}

    /// @param item the usage type
    public record Where(@Nullable String item, @Nullable String account) {

        public static Where of(CostLine line) {
            var dimensions = line.dimensions();
            return new Where(dimensions.charge().item(), dimensions.subAccount().id());
        }
    }

    public enum Kind {
        /// Paid commitments that nothing used, of all commitments; effective cost.
        UNUSED_COMMITMENTS,
        /// Instances, Fargate and Lambda at on-demand prices, of what a commitment could cover;
        /// effective cost.
        ON_DEMAND,
        /// EC2 instances on Spot, of all EC2 instances.
        SPOT,
        /// Instances of families that have successors, of all instances.
        PREVIOUS_GENERATION,
        /// Compute on x86, of what also runs on Graviton.
        X86,
        /// EBS volumes of type gp2. A gp3 volume of the same size costs a fifth less.
        GP2,
        /// What NAT gateways charge for data.
        NAT_DATA,
        /// Fees for versions that are out of standard support.
        EXTENDED_SUPPORT,
        /// Public addresses that nothing uses.
        IDLE_ADDRESSES,
        /// Instances of non-production that run around the clock: what they cost outside of the
        /// hours in which they are needed, of what they cost.
        NON_PRODUCTION_HOURS
    }
}
