package dev.glidepath.core.plan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

class PlanLimitsTest {

    @Test
    void aMeasureHasAtMostTwentyMetrics() {
        assertThat(PlanFile.read(metrics(20))).isInstanceOf(PlanFile.Valid.class);
        assertThat(fault(metrics(21))).endsWith("21 metrics for one measure: name at most 20");
    }

    @Test
    void aMetricHasAtMostThirtyDimensions() {
        assertThat(PlanFile.read(dimensions(30))).isInstanceOf(PlanFile.Valid.class);
        assertThat(fault(dimensions(31))).endsWith("31 dimensions: a metric has at most 30");
    }

    @Test
    void aToleranceOfAllThereIsIsRefused() {
        assertThat(fault(SmallPlan.of("10") + "tolerance: 100%\n"))
                .endsWith("\"100%\" would call everything on track: write less than 100%, e.g. 2%");
        assertThat(Root.valid(SmallPlan.of("10") + "tolerance: 99.9%\n").plan().basis().tolerance())
                .isEqualByComparingTo("0.999");
    }

    @Test
    void anInvestmentOfNothingIsRefused() {
        var free =
                Root.text(Root.SHIPPED).replace("    investment: $1.0M\n", "    investment: 0\n");

        assertThat(fault(free))
                .endsWith("an investment of 0 has no return: write what it costs, e.g. $1.0M");
    }

    private static String fault(String yaml) {
        return switch (PlanFile.read(yaml)) {
            case PlanFile.Valid(var plan, _) -> "valid: " + plan.id();
            case PlanFile.Faulty(var faults) -> faults.getFirst().toString();
        };
    }

    private static String dimensions(int count) {
        var dimensions =
                IntStream.range(0, count)
                        .mapToObj("d%d: x"::formatted)
                        .collect(Collectors.joining(", "));
        return metrics(1).replace("metric: M", "metric: M, dimensions: {" + dimensions + "}");
    }

    private static String metrics(int count) {
        var metrics =
                IntStream.range(0, count)
                        .mapToObj("m%d: {namespace: N, metric: M, statistic: Sum}"::formatted)
                        .collect(Collectors.joining(", "));
        return SmallPlan.of("10")
                + "measures: {KPIs: [{name: Load, better: lower, target: 1, source: {metrics: {%s}, expression: m0}}]}\n"
                        .formatted(metrics);
    }
}
