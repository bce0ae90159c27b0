package dev.glidepath.doctor.check;

import static dev.glidepath.doctor.Severity.PROBLEM;
import static dev.glidepath.doctor.Severity.UNKNOWN;
import static dev.glidepath.doctor.Severity.WARNING;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glidepath.doctor.Finding;
import dev.glidepath.runtime.StandIn;

import org.junit.jupiter.api.Test;

import software.amazon.awssdk.services.scheduler.SchedulerClient;
import software.amazon.awssdk.services.scheduler.model.FlexibleTimeWindowMode;
import software.amazon.awssdk.services.scheduler.model.ScheduleState;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

class ScheduleCheckTest {

    private final String group = "doctor-" + UUID.randomUUID();
    private final SchedulerClient scheduler = StandIn.require().client(SchedulerClient.builder());

    @Test
    void allIsFineAndTheNextRunIsInItsZone() {
        make("Weekly", "cron(45 6 ? * MON *)", "Europe/Zurich", ScheduleState.ENABLED);
        assertThat(seen().isAllFine().findings())
                .extracting(Finding::what)
                .containsExactly("Weekly: Mon 2026-03-30 06:45 Europe/Zurich, in 160 hours");
    }

    @Test
    void noScheduleIsAProblem() {
        seen().isOnly("present", PROBLEM, "runs collect", "npx cdk deploy");
    }

    @Test
    void aScheduleOfAFunctionOfALikeNameIsNone() {
        make("Weekly", "cron(45 6 ? * MON *)", "Europe/Zurich", ScheduleState.ENABLED);
        Seen.by(check("coll")).isOnly("present", PROBLEM, "runs coll", "npx cdk deploy");
        Seen.by(check("ect")).isOnly("present", PROBLEM, "runs ect", "npx cdk deploy");
    }

    @Test
    void aPausedOneIsAWarning() {
        make("Weekly", "cron(45 6 ? * MON *)", "Europe/Zurich", ScheduleState.DISABLED);
        seen().isOnly("next run", WARNING, "Weekly is disabled", "enable it");
    }

    @Test
    void anotherZoneThanTheFunctionsIsAProblem() {
        make("Weekly", "cron(45 6 ? * MON *)", "UTC", ScheduleState.ENABLED);
        seen().isOnly("zone", PROBLEM, "in the zone UTC", "npx cdk deploy");
    }

    @Test
    void oneThatIsNeverDueAgainIsAProblem() {
        make("Weekly", "cron(45 6 ? * MON 2020)", "Europe/Zurich", ScheduleState.ENABLED);
        seen().isOnly("next run", PROBLEM, "never due again", "npx cdk deploy");
    }

    @Test
    void oneThatIsNotUnderstoodIsUnknown() {
        make("Weekly", "rate(7 days)", "Europe/Zurich", ScheduleState.ENABLED);
        seen().isOnly("next run", UNKNOWN, "rate(7 days)", "console");
    }

    private Seen seen() {
        return Seen.by(check("collect"));
    }

    private ScheduleCheck check(String function) {
        return new ScheduleCheck(
                scheduler,
                group,
                Optional.of("Europe/Zurich"),
                List.of(function),
                () -> Instant.parse("2026-03-23T12:00:00Z"));
    }

    private void make(String name, String expression, String zone, ScheduleState state) {
        scheduler.createScheduleGroup(r -> r.name(group));
        scheduler.createSchedule(
                r ->
                        r.groupName(group)
                                .name(name)
                                .scheduleExpression(expression)
                                .scheduleExpressionTimezone(zone)
                                .state(state)
                                .flexibleTimeWindow(w -> w.mode(FlexibleTimeWindowMode.OFF))
                                .target(
                                        t ->
                                                t.arn(
                                                                "arn:aws:lambda:us-east-1:123456789012:function:collect")
                                                        .roleArn(
                                                                "arn:aws:iam::123456789012:role/r")));
    }
}
