package dev.glidepath.infra;

import dev.glidepath.runtime.HealthMetric;

import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.ComparisonOperator;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.cloudwatch.Metric;
import software.amazon.awscdk.services.cloudwatch.MetricOptions;
import software.amazon.awscdk.services.cloudwatch.TreatMissingData;
import software.amazon.awscdk.services.sqs.Queue;

/// What an alarm looks at.
///
/// @param description what it means and what to do: all that its mail says
record Watched(
        String id,
        IMetric metric,
        Limit limit,
        int periods,
        TreatMissingData missing,
        String description) {

    private static final Duration MINUTES = Duration.minutes(5);
    private static final Duration HOUR = Duration.hours(1);

    /// An hour in which a run is turned away is the reservation at work; the third in a row is not.
    private static final int HOURS_OF_WAITING = 3;

    static Watched errors(TaskFunction function) {
        return new Watched(
                function.task().title() + "Errors",
                function.function().metricErrors(every(MINUTES)),
                Limit.ONE,
                1,
                TreatMissingData.NOT_BREACHING,
                "The function that "
                        + function.task().does()
                        + " failed. Its log says why, in one line. It is tried again by itself; what"
                        + " fails for good raises the alarm of the dead letters.");
    }

    static Watched throttles(TaskFunction function) {
        return new Watched(
                function.task().title() + "Throttles",
                function.function().metricThrottles(every(HOUR)),
                Limit.ONE,
                function.task().alone() ? HOURS_OF_WAITING : 1,
                TreatMissingData.NOT_BREACHING,
                "The function that "
                        + function.task().does()
                        + " was turned away"
                        + (function.task().alone() ? " for three hours" : "")
                        + ": other functions of the account use up its concurrent executions, or"
                        + " runs pile up. Its events wait for six hours and then become dead"
                        + " letters. Look at Invocations and Duration on the dashboard.");
    }

    static Watched deadLetters(Queue queue) {
        var id = queue.getNode().getId();
        return new Watched(
                id + "DeadLetters",
                queue.metricApproximateNumberOfMessagesVisible(
                        MetricOptions.builder().period(MINUTES).statistic("Maximum").build()),
                Limit.ONE,
                1,
                TreatMissingData.NOT_BREACHING,
                "An event could not be dealt with and lies in the queue "
                        + id
                        + ": read it there, remove the cause, run the function with that event"
                        + " again, and delete it. Every function may be run twice.");
    }

    static Watched silence(String id, HealthMetric metric, int hours, String description) {
        return new Watched(
                id,
                health(metric, "SampleCount"),
                Limit.NONE,
                hours,
                TreatMissingData.BREACHING,
                description);
    }

    static Metric health(HealthMetric metric, String statistic) {
        return Metric.Builder.create()
                .namespace(HealthMetric.NAMESPACE)
                .metricName(metric.metric())
                .statistic(statistic)
                .period(HOUR)
                .build();
    }

    private static MetricOptions every(Duration period) {
        return MetricOptions.builder().period(period).statistic("Sum").build();
    }

    /// When there is an alarm.
    record Limit(ComparisonOperator comparison, int value) {
        static final Limit ONE = atLeast(1);
        static final Limit NONE = new Limit(ComparisonOperator.LESS_THAN_THRESHOLD, 1);

        static Limit atLeast(int value) {
            return new Limit(ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD, value);
        }
    }
}
