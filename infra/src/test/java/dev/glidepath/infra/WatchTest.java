package dev.glidepath.infra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

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

    /// What runs daily keeps its state in between; what failed is over when it fails no more.
    @Test
    void eachLooksAtWhatItSaysAndIsOverWhenThatIs() {
        assertThat(alarms())
                .filteredOn(alarm -> !alarm.get("TreatMissingData").equals("breaching"))
                .extracting(
                        alarm ->
                                "%s: %s of %s s %s times, %s"
                                        .formatted(
                                                alarm.get("AlarmName"),
                                                alarm.get("Statistic"),
                                                alarm.get("Period"),
                                                alarm.get("EvaluationPeriods"),
                                                alarm.get("TreatMissingData")))
                .containsExactlyInAnyOrder(
                        "Glidepath-CollectErrors: Sum of 300 s 1 times, notBreaching",
                        "Glidepath-DigestErrors: Sum of 300 s 1 times, notBreaching",
                        "Glidepath-FeedbackErrors: Sum of 300 s 1 times, notBreaching",
                        "Glidepath-TrendsErrors: Sum of 300 s 1 times, notBreaching",
                        "Glidepath-CollectThrottles: Sum of 3600 s 3 times, notBreaching",
                        "Glidepath-DigestThrottles: Sum of 3600 s 3 times, notBreaching",
                        "Glidepath-FeedbackThrottles: Sum of 3600 s 1 times, notBreaching",
                        "Glidepath-TrendsThrottles: Sum of 3600 s 1 times, notBreaching",
                        "Glidepath-UndeliveredDeadLetters: Maximum of 300 s 1 times, notBreaching",
                        "Glidepath-FailedDeadLetters: Maximum of 300 s 1 times, notBreaching",
                        "Glidepath-DeliveriesRefused: Sum of 3600 s 1 times, notBreaching",
                        "Glidepath-DigestOverdue: Maximum of 3600 s 1 times, ignore",
                        "Glidepath-DigestHeld: Maximum of 3600 s 1 times, ignore",
                        "Glidepath-MailBounced: Sum of 3600 s 1 times, notBreaching",
                        "Glidepath-MailComplained: Sum of 3600 s 1 times, notBreaching");
    }

    @Test
    void whatFailsOnceIsAnAlarm() {
        assertThat(alarms())
                .filteredOn(alarm -> alarm.get("TreatMissingData").equals("notBreaching"))
                .allSatisfy(
                        alarm ->
                                assertThat(alarm)
                                        .containsEntry("Threshold", 1)
                                        .containsEntry(
                                                "ComparisonOperator",
                                                "GreaterThanOrEqualToThreshold"));
    }

    @Test
    void onlyAlarmsOfThisAccountMayTell() {
        assertThat(allowed("sns:Publish", "cloudwatch.amazonaws.com"))
                .singleElement(STRING)
                .contains("Resource={Ref=WatchAlarms")
                .contains("aws:SourceAccount={Ref=AWS::AccountId}");
    }

    /// Without it a message to the topic is dropped, and nobody is told.
    @Test
    void whoeverTellsMayUseTheTopicsKey() {
        assertThat(allowed("kms:GenerateDataKey", "cloudwatch.amazonaws.com"))
                .singleElement(STRING)
                .contains("kms:Decrypt", "aws:SourceAccount={Ref=AWS::AccountId}");
        assertThat(allowed("kms:GenerateDataKey", "ses.amazonaws.com"))
                .singleElement(STRING)
                .contains("kms:Decrypt");
    }

    private static List<String> allowed(String action, String service) {
        return Resources.statements(Installed.shipped()).stream()
                .filter(statement -> statement.get("Effect").equals("Allow"))
                .filter(s -> Resources.texts(s.get("Action")).anyMatch(action::equals))
                .filter(s -> Map.of("Service", service).equals(s.get("Principal")))
                .map(Object::toString)
                .toList();
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
