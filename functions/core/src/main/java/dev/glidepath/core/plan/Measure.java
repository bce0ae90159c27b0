package dev.glidepath.core.plan;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// A number with a target that is not a cost category.
///
/// @param group the table it stands in: `Operational KPIs`, `Engineering`, `Customer Onboarding`
/// @param stated what the plan says it was, newest last; empty where nothing is stated
/// @param milestones its targets; the path starts at the first stated value
public record Measure(
        String group,
        String name,
        Unit unit,
        List<Stated> stated,
        List<GlidePath.Milestone> milestones,
        Optional<BigDecimal> benchmark) {

    public Measure {
        stated = List.copyOf(stated);
        milestones = List.copyOf(milestones);
    }

    /// @param higherIsBetter which way is good
    public record Unit(Kind kind, boolean higherIsBetter) {
        public enum Kind {
            PERCENT,
            HOURS,
            DAYS,
            MONEY,
            /// Out of ten.
            SCORE,
            COUNT,
            /// Times today's.
            MULTIPLE,
            PER_WEEK
        }
    }

    public record Stated(LocalDate date, BigDecimal value) {}
}
