package dev.glidepath.infra;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glidepath.runtime.HealthMetric;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

class WatchTest {

    private static final String ALARM = "AWS::CloudWatch::Alarm";

    @BeforeAll
    static void needsNode() {
        Installed.assumeNode();
    }

    /// Whoever asks the doctor sees it fail.
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "DOCTOR")
    void everyFunctionsErrorsAndThrottlesAreAlarms(Task task) {
        assertThat(alarms())
                .filteredOn(alarm -> alarm.toString().contains("Functions" + task.title()))
                .extracting(alarm -> alarm.get("MetricName"))
                .containsExactlyInAnyOrder("Errors", "Throttles");
    }

    @Test
    void everyDeadLetterIsAnAlarm() {
        for (var queue : Resources.of(Installed.shipped(), "AWS::SQS::Queue").keySet()) {
            assertThat(alarms())
                    .filteredOn(alarm -> alarm.toString().contains(queue))
                    .singleElement()
                    .satisfies(
                            alarm ->
                                    assertThat(alarm)
                                            .containsEntry(
                                                    "MetricName",
                                                    "ApproximateNumberOfMessagesVisible")
                                            .containsEntry("Threshold", 1));
        }
    }

    @Test
    void noSnapshotFor36HoursIsAnAlarm() {
        assertThat(health(HealthMetric.SNAPSHOTS_RECORDED))
                .singleElement()
                .satisfies(
                        alarm ->
                                assertThat(alarm)
                                        .containsEntry("Statistic", "Sum")
                                        .containsEntry("Period", 3600)
                                        .containsEntry("EvaluationPeriods", 36)
                                        .containsEntry("Threshold", 1)
                                        .containsEntry("ComparisonOperator", "LessThanThreshold")
                                        .containsEntry("TreatMissingData", "breaching"));
    }

    @Test
    void noDigestByItsTimeIsAnAlarmAndSoIsItsSilence() {
        assertThat(health(HealthMetric.DIGEST_HOURS_OVERDUE))
                .extracting(
                        alarm ->
                                alarm.get("Statistic")
                                        + " "
                                        + alarm.get("ComparisonOperator")
                                        + " "
                                        + alarm.get("Threshold")
                                        + " "
                                        + alarm.get("EvaluationPeriods")
                                        + " "
                                        + alarm.get("TreatMissingData"))
                .containsExactlyInAnyOrder(
                        "Maximum GreaterThanOrEqualToThreshold 24 1 ignore",
                        "SampleCount LessThanThreshold 1 30 breaching");
    }

    @Test
    void whatTheFunctionsTellOfFailureIsAnAlarm() {
        for (var metric :
                List.of(
                        HealthMetric.DELIVERIES_REFUSED,
                        HealthMetric.DIGESTS_HELD,
                        HealthMetric.MAIL_BOUNCED,
                        HealthMetric.MAIL_COMPLAINED)) {
            assertThat(health(metric))
                    .singleElement()
                    .satisfies(
                            alarm ->
                                    assertThat(alarm)
                                            .containsEntry("Threshold", 1)
                                            .containsEntry(
                                                    "ComparisonOperator",
                                                    "GreaterThanOrEqualToThreshold"));
        }
    }

    @Test
    void eachSaysWhatToDoAndAllGoToOneTopic() {
        assertThat(alarms())
                .allSatisfy(
                        alarm -> {
                            assertThat(alarm.get("AlarmDescription").toString())
                                    .hasSizeBetween(80, 1024);
                            assertThat(alarm.get("AlarmActions").toString())
                                    .matches("\\[\\{Ref=WatchAlarms\\w+}]");
                        });
        assertThat(Resources.properties(Installed.existing(), "AWS::SNS::Subscription"))
                .anySatisfy(
                        subscription ->
                                assertThat(subscription)
                                        .containsEntry("Protocol", "email")
                                        .containsEntry("Endpoint", "ops@acme.com"));
    }

    @Test
    void theDashboardShowsEverythingThatIsThere() {
        var body =
                Resources.properties(Installed.shipped(), "AWS::CloudWatch::Dashboard").stream()
                        .map(Object::toString)
                        .filter(dashboard -> dashboard.contains("\"alarm\""))
                        .findFirst()
                        .orElseThrow();
        assertThat(body)
                .contains(Stream.of(HealthMetric.values()).map(HealthMetric::metric).toList())
                .contains("AWS/Lambda", "AWS/SQS", "AWS/Scheduler", "AWS/DynamoDB", "\"alarm\"");
        assertThat(body)
                .contains(alarms().stream().map(a -> ":alarm:" + a.get("AlarmName")).toList());
    }

    private static List<Map<String, Object>> alarms() {
        return Resources.properties(Installed.shipped(), ALARM);
    }

    private static List<Map<String, Object>> health(HealthMetric metric) {
        return alarms().stream()
                .filter(alarm -> HealthMetric.NAMESPACE.equals(alarm.get("Namespace")))
                .filter(alarm -> metric.metric().equals(alarm.get("MetricName")))
                .toList();
    }
}
