package dev.glidepath.trends.overview;

import dev.glidepath.core.assess.Coverage;
import dev.glidepath.core.assess.Finding;
import dev.glidepath.core.assess.Provisional;
import dev.glidepath.core.assess.Settled;
import dev.glidepath.core.cost.ChargeDays;
import dev.glidepath.core.cost.Dimensions;
import dev.glidepath.core.plan.Plan;
import dev.glidepath.trends.series.Trend;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// @param provisional what is estimated of days that are not settled; empty where nothing is, and
///   for a trend that ends before them
/// @param week the newest settled week of the trend as the mail has it; empty for a scope that the
///   plan sets no target for
/// @param choices read when asked for, which only the page does
public record Overview(
        Plan plan,
        Trend trend,
        Optional<Provisional> provisional,
        Optional<Finding> week,
        Reliance reliance,
        Supplier<Choices> choices) {

    /// How far the days can be relied upon.
    ///
    /// @param days those of the trend; when it ends with the newest settled day, up to the day
    ///   before it was asked for
    /// @param delivered per export, when it came last
    public record Reliance(
            ChargeDays days, Coverage coverage, Settled settled, Map<String, Instant> delivered) {
        public Reliance {
            delivered = Map.copyOf(delivered);
        }
    }

    /// What else can be asked for.
    ///
    /// @param services with cost in the trend's days, by name
    /// @param accounts with cost on its last day, by id
    public record Choices(List<String> services, List<Dimensions.SubAccount> accounts) {
        public Choices {
            services = List.copyOf(services);
            accounts = List.copyOf(accounts);
        }
    }
}
