package dev.glidepath.collect.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glidepath.core.assess.Assessment;
import dev.glidepath.core.assess.Line;
import dev.glidepath.core.assess.Outlook;
import dev.glidepath.core.assess.Standing;
import dev.glidepath.core.cost.Amounts;
import dev.glidepath.core.cost.CostLine;
import dev.glidepath.core.cost.Dimensions;
import dev.glidepath.core.cost.Execution;
import dev.glidepath.runtime.HealthMetric;
import dev.glidepath.runtime.StandIn;
import dev.glidepath.store.SnapshotTable;
import dev.glidepath.store.Snapshots;
import dev.glidepath.store.embedded.EmbeddedTable;

import org.junit.jupiter.api.Test;

import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.Statistic;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.IntFunction;

/// Read back by an ordinary client, as an alarm would.
class CostMetricsTest {

    private static final Instant NOW = Instant.now();

    private final String mark = UUID.randomUUID().toString();

    @Test
    void publishesRunRateAndGapOfEachLineAndTheTotal() {
        try (var table = EmbeddedTable.inMemory();
                var cloudWatch = StandIn.require().client(CloudWatchClient.builder())) {
            var compute = line("Größe" + mark, measured("900.25", "1000"));
            var rest = line("Unallocated" + mark, new Standing.NoTarget(BigDecimal.TEN));
            var unknown =
                    line("New" + mark, new Standing.NotEnoughData(5, Optional.of(BigDecimal.ONE)));
            var total = line("Total" + mark, measured("910.25", "1000"));

            metrics(cloudWatch, table)
                    .publish(
                            new Assessment.Targets(
                                    List.of(compute, rest, unknown),
                                    List.of(compute, rest, unknown),
                                    total,
                                    Optional.empty()),
                            NOW);

            assertThat(value(cloudWatch, "RunRate", "Gr__e" + mark)).contains(900.25);
            assertThat(value(cloudWatch, "Gap", "Gr__e" + mark)).contains(-99.75);
            assertThat(value(cloudWatch, "RunRate", "Unallocated" + mark)).contains(10.0);
            assertThat(value(cloudWatch, "Gap", "Unallocated" + mark)).isEmpty();
            assertThat(value(cloudWatch, "RunRate", "New" + mark)).isEmpty();
            assertThat(value(cloudWatch, "Gap", "Total" + mark)).contains(-89.75);
        }
    }

    @Test
    void publishesNothingBeforeTheFirstDelivery() {
        try (var table = EmbeddedTable.inMemory();
                var server = new ScriptedCloudWatch(ScriptedCloudWatch.Answer.page(""));
                var cloudWatch = server.client()) {
            metrics(cloudWatch, table).publish(NOW);

            assertThat(server.asked).isEmpty();
        }
    }

    /// 31 May is a Sunday: the days up to it are settled on 5 June.
    @Test
    void publishesWhereCostStandsInTheLastSettledWeek() {
        try (var table = EmbeddedTable.inMemory();
                var server = new ScriptedCloudWatch(ScriptedCloudWatch.Answer.page(""));
                var cloudWatch = server.client()) {
            var snapshots = new Snapshots(table.client(), EmbeddedTable.NAME);
            record(snapshots, YearMonth.of(2026, 4), _ -> "10");
            record(snapshots, YearMonth.of(2026, 5), day -> day > 24 ? "38" : "10");

            new CostMetrics(cloudWatch, snapshots, Planned.plan())
                    .publish(Instant.parse("2026-06-05T06:00:00Z"));

            // 28 days of 17 a day on average, of 365.25 / 12 days.
            assertThat(server.asked)
                    .singleElement()
                    .asString()
                    .contains("MetricName=RunRate", "Value=517.4375");
        }
    }

    /// 30 April is a Thursday: the 28 days up to it begin in the fourth week before its own.
    @Test
    void theRunRateReachesBackToItsFirstDayWhereAWeekHasNotSettled() {
        try (var table = EmbeddedTable.inMemory();
                var server = new ScriptedCloudWatch(ScriptedCloudWatch.Answer.page(""));
                var cloudWatch = server.client()) {
            var snapshots = new Snapshots(table.client(), EmbeddedTable.NAME);
            record(snapshots, YearMonth.of(2026, 3), _ -> "10");
            record(snapshots, YearMonth.of(2026, 4), day -> day < 6 ? "38" : "10");

            new CostMetrics(cloudWatch, snapshots, Planned.plan())
                    .publish(Instant.parse("2026-05-05T06:00:00Z"));

            // Three days of 38 and 25 of 10 are 28 of 13.
            assertThat(server.asked)
                    .singleElement()
                    .asString()
                    .contains("MetricName=RunRate", "Value=395.6875");
        }
    }

    private static void record(Snapshots snapshots, YearMonth month, IntFunction<String> cost) {
        var days = new TreeMap<LocalDate, List<CostLine>>();
        for (int day = 1; day <= month.lengthOfMonth(); day++) {
            days.put(month.atDay(day), List.of(cost(new BigDecimal(cost.apply(day)))));
        }
        var delivered = month.plusMonths(1).atDay(5).atStartOfDay(ZoneOffset.UTC).toInstant();
        var sum =
                days.values().stream()
                        .map(lines -> lines.getFirst().amounts())
                        .reduce(Amounts.NONE, Amounts::plus);
        snapshots.record(
                new Execution(
                        new Execution.Id("a", month, "e", delivered),
                        new Execution.Source("FOCUS 1.2", "manifest"),
                        List.of(),
                        Map.of("USD", new Execution.Totals(days.size(), sum, Map.of()))),
                "plan",
                days,
                () -> delivered);
    }

    private static CostLine cost(BigDecimal amount) {
        return new CostLine(
                CostLine.UNALLOCATED,
                new Dimensions(
                        "USD",
                        new Dimensions.Service("AWS", "S3", null),
                        new Dimensions.SubAccount("1", null),
                        null,
                        new Dimensions.Charge("Usage", null, null, null, null, null),
                        Map.of()),
                new Amounts(null, amount, null, null),
                null,
                1);
    }

    private static CostMetrics metrics(CloudWatchClient cloudWatch, EmbeddedTable table) {
        var name = "t-" + UUID.randomUUID();
        SnapshotTable.create(table.client(), name);
        return new CostMetrics(cloudWatch, new Snapshots(table.client(), name), Planned.plan());
    }

    private static Line line(String name, Standing standing) {
        return new Line(
                name,
                "",
                Optional.empty(),
                standing,
                new Outlook(new Outlook.Ahead.TooShort(0), List.of()),
                List.of());
    }

    private static Standing measured(String runRate, String allowed) {
        return new Standing.Measured(
                new BigDecimal(runRate),
                new BigDecimal(allowed),
                Standing.Status.AHEAD,
                new Standing.Pace.Undated(),
                new Standing.Cut.NotNeeded());
    }

    private static Optional<Double> value(
            CloudWatchClient cloudWatch, String metric, String category) {
        return cloudWatch
                .getMetricStatistics(
                        r ->
                                r.namespace(HealthMetric.NAMESPACE)
                                        .metricName(metric)
                                        .dimensions(
                                                Dimension.builder()
                                                        .name("Category")
                                                        .value(category)
                                                        .build())
                                        .startTime(NOW.minus(Duration.ofHours(1)))
                                        .endTime(NOW.plus(Duration.ofHours(1)))
                                        .period(3600)
                                        .statistics(Statistic.MAXIMUM))
                .datapoints()
                .stream()
                .map(point -> point.maximum())
                .findFirst();
    }
}
