package dev.glidepath.core.plan;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// A number with a target that is not a cost category. Only what the plan states is here; the rest
/// is empty.
///
/// @param group the table it stands in: `Operational KPIs`, `Engineering`, `Customer Onboarding`
/// @param stated what the plan says it was, newest last; empty where nothing is stated
/// @param milestones its dated targets; the path starts at the first stated value
/// @param target what is aimed at without a date
public record Measure(
        String group,
        String name,
        Unit unit,
        List<Stated> stated,
        List<GlidePath.Milestone> milestones,
        Optional<Target> target,
        Optional<BigDecimal> benchmark) {

    public Measure {
        stated = List.copyOf(stated);
        milestones = List.copyOf(milestones);
    }

    /// One without an undated target.
    public Measure(
            String group,
            String name,
            Unit unit,
            List<Stated> stated,
            List<GlidePath.Milestone> milestones,
            Optional<BigDecimal> benchmark) {
        this(group, name, unit, stated, milestones, Optional.empty(), benchmark);
    }

    /// How other parts of the plan refer to it: `Engineering / Quality`.
    public String reference() {
        return group + " / " + name;
    }

    /// From the first stated value through the dated targets; empty where one of them is missing.
    public Optional<GlidePath> path() {
        if (stated.isEmpty() || milestones.isEmpty()) {
            return Optional.empty();
        }
        var first = stated.getFirst();
        return Optional.of(
                new GlidePath(
                        new GlidePath.Milestone("baseline", first.date(), first.value()),
                        milestones));
    }

    /// What is asked of it on a day; empty where the plan has no path.
    public Optional<BigDecimal> allowedOn(LocalDate day) {
        return path().map(p -> p.allowedOn(day));
    }

    /// @param higherIsBetter which way is good
    public record Unit(Kind kind, boolean higherIsBetter) {

        /// What a value of one is: 75 for 75 %, 2.5 for two and a half hours.
        public enum Kind {
            PERCENT,
            HOURS,
            DAYS,
            /// In the plan's currency.
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

    /// @param beyond whether reaching the value is not enough: `above 9.0/10`
    public record Target(BigDecimal value, boolean beyond) {}
}
