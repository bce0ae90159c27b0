package dev.glidepath.core.plan;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/// A number with a target that is not a cost category. Only what the plan states is here; the rest
/// is empty.
///
/// @param group the table it stands in: `Operational KPIs`, `Engineering`, `Customer Onboarding`
/// @param stated what the plan says it was, newest last; empty where nothing is stated
/// @param milestones its dated targets; the path starts at the first stated value
/// @param target what is aimed at without a date
/// @param source where its values come from
public record Measure(
        String group,
        String name,
        Unit unit,
        List<Stated> stated,
        List<GlidePath.Milestone> milestones,
        Optional<Target> target,
        Optional<BigDecimal> benchmark,
        Source source) {

    public Measure {
        stated = List.copyOf(stated);
        milestones = List.copyOf(milestones);
    }

    /// The same with what is stated of it elsewhere, such as in a file of values. Of two values for
    /// one day the later one in the list counts.
    Measure with(List<Stated> more) {
        var all = new TreeMap<LocalDate, Stated>();
        stated.forEach(s -> all.put(s.date(), s));
        more.forEach(s -> all.put(s.date(), s));
        return new Measure(
                group,
                name,
                unit,
                List.copyOf(all.values()),
                milestones,
                target,
                benchmark,
                source);
    }

    /// How other parts of the plan refer to it: `Engineering / Quality`.
    public String reference() {
        return group + " / " + name;
    }

    /// From the first stated value through the dated targets after it; empty where one of them is
    /// missing.
    public Optional<GlidePath> path() {
        if (stated.isEmpty()) {
            return Optional.empty();
        }
        var first = stated.getFirst();
        var ahead = milestones.stream().filter(m -> m.date().isAfter(first.date())).toList();
        var baseline = new GlidePath.Milestone("baseline", first.date(), first.value());
        return ahead.isEmpty() ? Optional.empty() : Optional.of(new GlidePath(baseline, ahead));
    }

    /// What is asked of it on a day; empty where the plan has no path.
    public Optional<BigDecimal> allowedOn(LocalDate day) {
        return path().map(p -> p.allowedOn(day));
    }

    /// What CloudWatch is asked for it; empty where its values come from elsewhere.
    public Optional<Metering> metering() {
        return switch (source) {
            case Source.Metered(var metering) -> Optional.of(metering);
            case Source.CostPer(_, var metering) -> Optional.of(metering);
            case Source.Stated _, Source.SameAs _, Source.ChangeOf _, Source.Counted _ ->
                    Optional.empty();
        };
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
