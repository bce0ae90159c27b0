package dev.glidepath.infra;

import static dev.glidepath.infra.Resources.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;
import com.amazonaws.services.lambda.runtime.serialization.events.LambdaEventSerializers;

import dev.glidepath.runtime.Trigger;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;

class SchedulesTest {

    @BeforeAll
    static void needsNode() {
        Installed.assumeNode();
    }

    @Test
    void collectRunsDailyAndTheDigestOnItsDayAndOnEveryOther() {
        assertThat(schedules(Installed.shipped()))
                .extracting(SchedulesTest::said)
                .containsExactlyInAnyOrder(
                        "Collect Daily: cron(0 5 ? * * *) UTC",
                        "Digest Due: cron(0 7 ? * WED *) UTC",
                        "Digest Due: cron(0 7 ? * MON,TUE,THU,FRI,SAT,SUN *) UTC");
        assertThat(schedules(Installed.existing()))
                .extracting(SchedulesTest::said)
                .containsExactlyInAnyOrder(
                        "Collect Daily: cron(0 5 ? * * *) Europe/Zurich",
                        "Digest Due: cron(45 6 ? * MON *) Europe/Zurich",
                        "Digest Due: cron(45 6 ? * TUE,WED,THU,FRI,SAT,SUN *) Europe/Zurich");
    }

    @Test
    void eachTriesAgainAndKeepsWhatItCannotDeliver() {
        var undelivered =
                Resources.logicalId(
                        Installed.shipped(), "AWS::SQS::Queue", "DeadLettersUndelivered");
        assertThat(schedules(Installed.shipped()))
                .allSatisfy(
                        schedule -> {
                            assertThat(map(schedule.get("FlexibleTimeWindow")))
                                    .containsEntry("Mode", "FLEXIBLE")
                                    .containsEntry("MaximumWindowInMinutes", 15);
                            var target = map(schedule.get("Target"));
                            assertThat(target.get("DeadLetterConfig").toString())
                                    .contains(undelivered);
                            assertThat(target.get("RetryPolicy"))
                                    .isEqualTo(
                                            Map.of(
                                                    "MaximumEventAgeInSeconds", 21600,
                                                    "MaximumRetryAttempts", 10));
                        });
    }

    /// As the runtime reads it.
    @Test
    void theInputIsATriggerForTheScheduledTime() {
        assertThat(schedules(Installed.shipped()))
                .extracting(SchedulesTest::input)
                .allSatisfy(
                        input -> {
                            assertThat(input).contains("\"<aws.scheduler.execution-id>\"");
                            var trigger = trigger(input);
                            assertThat(trigger.time())
                                    .isEqualTo(Instant.parse("2026-05-13T05:00:00Z"));
                            assertThat(trigger.detail()).isEmpty();
                        });
    }

    @Test
    void mayInvokeTheirFunctionsOnly() {
        var role = Resources.logicalId(Installed.shipped(), "AWS::IAM::Role", "SchedulesRole");
        var policy =
                Resources.properties(Installed.shipped(), "AWS::IAM::Policy").stream()
                        .filter(p -> p.get("Roles").toString().contains(role))
                        .findFirst()
                        .orElseThrow();
        assertThat(policy.get("PolicyDocument").toString())
                .contains("FunctionsCollectFunction", "FunctionsDigestFunction")
                .doesNotContain("Trends", "Feedback", "*");
        assertThat(Resources.of(Installed.shipped(), "AWS::IAM::Role").get(role).toString())
                .contains("aws:SourceAccount={Ref=AWS::AccountId}")
                .contains(":schedule-group/Glidepath-Schedules-Group-");
    }

    @Test
    void aManifestThatLandsIsCollected() {
        var rules = Resources.properties(Installed.shipped(), "AWS::Events::Rule");
        assertThat(rules).hasSize(1);
        assertThat(rules.getFirst().get("EventPattern").toString())
                .contains("source=[aws.s3]", "detail-type=[Object Created]")
                .contains("key=[{wildcard=exports/*Manifest.json}]")
                .contains("name=[{Ref=ExportsBillingBucket");
        assertThat(rules.getFirst().get("Targets").toString())
                .contains("DeadLetterConfig", "FunctionsCollectFunction");
        assertThat(Resources.properties(Installed.existing(), "AWS::Events::Rule"))
                .extracting(rule -> String.valueOf(rule.get("EventPattern")))
                .filteredOn(pattern -> pattern.contains("source=[aws.s3]"))
                .singleElement(STRING)
                .contains("cost/focus/*Manifest.json", "name=[acme-billing]");
    }

    @Test
    void whatARuleCannotDeliverIsTriedAgainAndKept() {
        for (var installed : List.of(Installed.shipped(), Installed.existing())) {
            var undelivered =
                    Resources.logicalId(installed, "AWS::SQS::Queue", "DeadLettersUndelivered");
            assertThat(Resources.properties(installed, "AWS::Events::Rule"))
                    .isNotEmpty()
                    .flatExtracting(rule -> Resources.list(rule.get("Targets")))
                    .allSatisfy(
                            target -> {
                                assertThat(String.valueOf(map(target).get("DeadLetterConfig")))
                                        .contains(undelivered);
                                assertThat(map(target).get("RetryPolicy"))
                                        .isEqualTo(
                                                Map.of(
                                                        "MaximumEventAgeInSeconds", 21600,
                                                        "MaximumRetryAttempts", 10));
                            });
        }
    }

    /// S3 tells the bus of the bucket's account, not of this one.
    @Test
    void anotherAccountsBucketIsLookedAtDaily() {
        Installed.ofAnotherAccount().template().resourceCountIs("AWS::Events::Rule", 0);
        assertThat(schedules(Installed.ofAnotherAccount())).hasSize(3);
    }

    private static List<Map<String, Object>> schedules(Installed installed) {
        return Resources.properties(installed, "AWS::Scheduler::Schedule");
    }

    private static String said(Map<String, Object> schedule) {
        return trigger(input(schedule)).kind()
                + ": "
                + schedule.get("ScheduleExpression")
                + " "
                + schedule.get("ScheduleExpressionTimezone");
    }

    private static String input(Map<String, Object> schedule) {
        return map(schedule.get("Target")).get("Input").toString();
    }

    private static Trigger trigger(String input) {
        var sent = input.replace("<aws.scheduler.scheduled-time>", "2026-05-13T05:00:00Z");
        return Trigger.of(
                LambdaEventSerializers.serializerFor(
                                ScheduledEvent.class, SchedulesTest.class.getClassLoader())
                        .fromJson(new ByteArrayInputStream(sent.getBytes(StandardCharsets.UTF_8))));
    }
}
