package dev.glidepath.runtime;

import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.MetricDatum;

import java.util.Map;

/// Health as CloudWatch metrics without dimensions, so that an alarm names nothing but them.
public final class CloudWatchHealth implements Health {

    private final CloudWatchClient cloudWatch;

    public CloudWatchHealth(CloudWatchClient cloudWatch) {
        this.cloudWatch = cloudWatch;
    }

    @Override
    public void report(Map<HealthMetric, Long> values) {
        var data = values.entrySet().stream().map(CloudWatchHealth::datum).toList();
        cloudWatch.putMetricData(
                request -> request.namespace(HealthMetric.NAMESPACE).metricData(data));
    }

    private static MetricDatum datum(Map.Entry<HealthMetric, Long> value) {
        return MetricDatum.builder()
                .metricName(value.getKey().metric())
                .value(value.getValue().doubleValue())
                .build();
    }
}
