package dev.glidepath.collect.metrics;

import dev.glidepath.core.cost.Metric;
import dev.glidepath.core.plan.Measure;
import dev.glidepath.core.plan.Measure.Unit;
import dev.glidepath.core.plan.Metering;
import dev.glidepath.core.plan.Plan;
import dev.glidepath.core.plan.Source;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Plans of metered measures.
final class Planned {

    static final LocalDate START = LocalDate.of(2026, 4, 28);

    private Planned() {}

    static Plan plan(Metering... meterings) {
        var measures = new ArrayList<Measure>();
        for (var metering : meterings) {
            measures.add(
                    new Measure(
                            "KPIs",
                            "M" + measures.size(),
                            new Unit(Unit.Kind.COUNT, true),
                            List.of(),
                            List.of(),
                            Optional.empty(),
                            Optional.empty(),
                            new Source.Metered(metering)));
        }
        var basis =
                new Plan.Basis(
                        "plan", "USD", START, Metric.EFFECTIVE, new BigDecimal("0.02"), Map.of());
        var scorecard =
                new Plan.Scorecard(measures, List.of(), List.of(), Plan.Scorecard.EMPTY.values());
        return new Plan("id", basis, List.of(), scorecard, List.of());
    }

    static Metering metering(String metric, String statistic, String... dimension) {
        return metering(Optional.empty(), series("m", metric, statistic, dimension));
    }

    static Metering metering(Optional<String> expression, Metering.Series... series) {
        return new Metering(
                Optional.empty(), List.of(series), expression, 28, Metering.Take.AVERAGE);
    }

    static Metering.Series series(
            String name, String metric, String statistic, String... dimension) {
        Map<String, String> dimensions =
                dimension.length == 0 ? Map.of() : Map.of(dimension[0], dimension[1]);
        return new Metering.Series(name, "Shop", metric, dimensions, statistic);
    }
}
