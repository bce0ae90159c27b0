package dev.glidepath.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.Statistic;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/// Against whatever stands in for AWS.
class CloudWatchHealthTest {

    @Test
    void reportsMetricsThatAnAlarmCanRead() {
        try (var cloudWatch = StandIn.require().client(CloudWatchClient.builder())) {
            new CloudWatchHealth(cloudWatch)
                    .report(
                            Map.of(
                                    HealthMetric.SNAPSHOTS_RECORDED, 3L,
                                    HealthMetric.DELIVERIES_REFUSED, 0L));

            assertThat(sum(cloudWatch, "SnapshotsRecorded")).isEqualTo(3.0);
            assertThat(sum(cloudWatch, "DeliveriesRefused")).isZero();
        }
    }

    /// As the alarms of the stack name it: no dimensions.
    private static double sum(CloudWatchClient cloudWatch, String metric) {
        var now = Instant.now();
        var points =
                cloudWatch
                        .getMetricStatistics(
                                request ->
                                        request.namespace(HealthMetric.NAMESPACE)
                                                .metricName(metric)
                                                .startTime(now.minus(Duration.ofHours(1)))
                                                .endTime(now.plus(Duration.ofHours(1)))
                                                .period(3600)
                                                .statistics(Statistic.SUM))
                        .datapoints();
        assertThat(points).isNotEmpty();
        return points.stream().mapToDouble(point -> point.sum()).sum();
    }
}
