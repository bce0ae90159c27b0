package dev.glidepath.digest;

import dev.glidepath.core.plan.Plan;
import dev.glidepath.core.plan.PlanFile;
import dev.glidepath.core.plan.Source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/// The shipped plan's measures, as they are and with made-up values.
final class Measures {

    private static final Path PLAN =
            Path.of(System.getProperty("glidepath.root"), "infra/plan/operational-excellence.yaml");

    private static final String VALUES =
            """
            measure,date,value
            Operational Performance / Operational Efficiency,2026-05-04,83.5%
            Operational Performance / Service Quality,2026-05-04,99.4%
            Operational Performance / Response Time,2026-05-05,2.41 hours
            Operational Performance / Resolution Time,2026-05-05,11.5 hours
            Operational Performance / Customer Satisfaction,2026-04-30,8.71/10
            Operational Performance / Employee Productivity,2026-05-01,$271K
            Customer Onboarding / Onboarding Time,2026-05-01,9 days
            Product Development / Deployment Frequency,2026-05-06,3 per week
            Scaling / Customer Capacity,2026-05-01,"2,400"
            Scaling / Revenue Capacity,2026-05-01,$7.25M
            Quality / Product Quality,2026-05-09,99.6%
            """;

    private Measures() {}

    static Plan.Scorecard shipped() {
        return scorecard(text(), "");
    }

    /// Bug Rate is a metric with a week of values, Feature Adoption one that ended in April, and
    /// Cost per Customer the run-rate for each customer.
    static Company withValues(Company company) {
        var scorecard =
                scorecard(
                        text().replaceFirst(
                                        "\nmeasures:\n",
                                        "\nstated values: {file: v.csv}\nmeasures:\n")
                                .replaceFirst("target: 0.3%\n", "target: 0.3%\n" + metric("Bugs"))
                                .replaceFirst(
                                        "current: 68%\n", "current: 68%\n" + metric("Adoption"))
                                .replaceFirst(
                                        "benchmark: \\$200\n",
                                        "benchmark: \\$200\n"
                                                + metric("Customers")
                                                        .replace("take", "cost: total, take")),
                        VALUES);
        var measured = new HashMap<String, NavigableMap<LocalDate, BigDecimal>>();
        measured.put(id(scorecard, "Bug Rate"), days(Company.WEEK.sunday(), "0.42", 5));
        measured.put(id(scorecard, "Feature Adoption"), days(LocalDate.of(2026, 4, 2), "71.5", 9));
        measured.put(id(scorecard, "Cost per Customer"), days(Company.WEEK.sunday(), "1311", 28));
        return company.measures(scorecard).measured(Map.copyOf(measured));
    }

    private static String metric(String name) {
        return "      source: {metrics: {m: {namespace: Shop, metric: "
                + name
                + ", statistic: Average}}, take: average}\n";
    }

    private static NavigableMap<LocalDate, BigDecimal> days(LocalDate last, String value, int n) {
        var days = new TreeMap<LocalDate, BigDecimal>();
        for (int i = 0; i < n; i++) {
            days.put(last.minusDays(i), new BigDecimal(value));
        }
        return days;
    }

    private static String id(Plan.Scorecard scorecard, String name) {
        return scorecard.measures().stream()
                .filter(m -> m.name().equals(name))
                .map(
                        m ->
                                switch (m.source()) {
                                    case Source.Metered(var metering) -> metering.id();
                                    case Source.CostPer(_, var metering) -> metering.id();
                                    default -> throw new IllegalArgumentException(name);
                                })
                .findFirst()
                .orElseThrow();
    }

    private static Plan.Scorecard scorecard(String yaml, String values) {
        return switch (PlanFile.read(yaml, _ -> Optional.of(values))) {
            case PlanFile.Valid(var plan, _) -> plan.scorecard();
            case PlanFile.Faulty(var faults) -> throw new AssertionError(faults);
        };
    }

    private static String text() {
        try {
            return Files.readString(PLAN);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
