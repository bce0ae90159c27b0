package dev.glidepath.infra;

import dev.glidepath.runtime.HealthMetric;

import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.Alarm;
import software.amazon.awscdk.services.cloudwatch.AlarmStatusWidget;
import software.amazon.awscdk.services.cloudwatch.Dashboard;
import software.amazon.awscdk.services.cloudwatch.GraphWidget;
import software.amazon.awscdk.services.cloudwatch.IAlarm;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.cloudwatch.IWidget;
import software.amazon.awscdk.services.cloudwatch.Metric;
import software.constructs.Construct;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The system's own health on one page.
final class HealthDashboard extends Construct {

    private static final int HALF = 12;
    private static final int WHOLE = 24;

    private final Dashboard dashboard;

    HealthDashboard(
            Construct scope,
            String id,
            Watch watch,
            Functions functions,
            Schedules schedules,
            DeadLetters letters,
            SnapshotStorage storage) {
        super(scope, id);
        dashboard =
                Dashboard.Builder.create(this, "Dashboard")
                        .defaultInterval(Duration.days(14))
                        .build();
        dashboard.addWidgets(
                AlarmStatusWidget.Builder.create()
                        .title("Alarms")
                        .alarms(watch.alarms().stream().map(this::named).toList())
                        .width(WHOLE)
                        .build());
        dashboard.addWidgets(snapshots(), digests());
        dashboard.addWidgets(
                perFunction("Runs", "Invocations", functions),
                perFunction("Failed runs", "Errors", functions));
        dashboard.addWidgets(
                perFunction("Longest run in ms", "Duration", functions),
                perFunction("Turned away", "Throttles", functions));
        dashboard.addWidgets(scheduled(schedules), deadLetters(letters));
        dashboard.addWidgets(table(storage), mail());
    }

    Dashboard dashboard() {
        return dashboard;
    }

    private IAlarm named(String alarm) {
        return Alarm.fromAlarmName(this, alarm, alarm);
    }

    private static IWidget snapshots() {
        return graph(
                "Executions recorded and refused",
                Stream.of(HealthMetric.SNAPSHOTS_RECORDED, HealthMetric.DELIVERIES_REFUSED)
                        .map(metric -> Watched.health(metric, "Sum")));
    }

    private static IWidget digests() {
        return graph(
                "Digests sent, held, and hours overdue",
                Stream.of(
                        Watched.health(HealthMetric.DIGESTS_SENT, "Sum"),
                        Watched.health(HealthMetric.DIGESTS_HELD, "Maximum"),
                        Watched.health(HealthMetric.DIGEST_HOURS_OVERDUE, "Maximum")));
    }

    private static IWidget perFunction(String title, String metric, Functions functions) {
        return graph(
                title,
                functions.all().stream()
                        .map(
                                function ->
                                        metric(
                                                "AWS/Lambda",
                                                metric,
                                                metric.equals("Duration") ? "Maximum" : "Sum",
                                                function.task().title(),
                                                Map.of(
                                                        "FunctionName",
                                                        function.function().getFunctionName()))));
    }

    private static IWidget scheduled(Schedules schedules) {
        return graph(
                "Schedules",
                Stream.of(
                                "InvocationAttemptCount",
                                "TargetErrorCount",
                                "InvocationDroppedCount",
                                "InvocationsSentToDeadLetterCount")
                        .map(
                                name ->
                                        metric(
                                                "AWS/Scheduler",
                                                name,
                                                "Sum",
                                                name,
                                                Map.of("ScheduleGroup", schedules.group()))));
    }

    private static IWidget deadLetters(DeadLetters letters) {
        return graph(
                "Dead letters",
                letters.all().stream()
                        .map(
                                queue ->
                                        metric(
                                                "AWS/SQS",
                                                "ApproximateNumberOfMessagesVisible",
                                                "Maximum",
                                                queue.getNode().getId(),
                                                Map.of("QueueName", queue.getQueueName()))));
    }

    private static IWidget table(SnapshotStorage storage) {
        return graph(
                "Table",
                Stream.of(
                                "ConsumedReadCapacityUnits",
                                "ConsumedWriteCapacityUnits",
                                "ReadThrottleEvents",
                                "WriteThrottleEvents")
                        .map(
                                name ->
                                        metric(
                                                "AWS/DynamoDB",
                                                name,
                                                "Sum",
                                                name,
                                                Map.of(
                                                        "TableName",
                                                        storage.table().getTableName()))));
    }

    private static IWidget mail() {
        return graph(
                "Mails that bounced or were marked as spam",
                Stream.of(HealthMetric.MAIL_BOUNCED, HealthMetric.MAIL_COMPLAINED)
                        .map(metric -> Watched.health(metric, "Sum")));
    }

    private static IMetric metric(
            String namespace,
            String name,
            String statistic,
            String label,
            Map<String, String> dimensions) {
        return Metric.Builder.create()
                .namespace(namespace)
                .metricName(name)
                .statistic(statistic)
                .label(label)
                .dimensionsMap(dimensions)
                .period(Duration.hours(1))
                .build();
    }

    private static IWidget graph(String title, Stream<? extends IMetric> metrics) {
        return GraphWidget.Builder.create()
                .title(title)
                .left(List.copyOf(metrics.toList()))
                .width(HALF)
                .build();
    }
}
