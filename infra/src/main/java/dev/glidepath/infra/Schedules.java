package dev.glidepath.infra;

import dev.glidepath.infra.settings.Timetable;

import software.amazon.awscdk.ArnComponents;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.TimeZone;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.scheduler.ContextAttribute;
import software.amazon.awscdk.services.scheduler.CronOptionsWithTimezone;
import software.amazon.awscdk.services.scheduler.Schedule;
import software.amazon.awscdk.services.scheduler.ScheduleExpression;
import software.amazon.awscdk.services.scheduler.ScheduleGroup;
import software.amazon.awscdk.services.scheduler.ScheduleTargetInput;
import software.amazon.awscdk.services.scheduler.TimeWindow;
import software.amazon.awscdk.services.scheduler.targets.LambdaInvoke;
import software.constructs.Construct;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// When the functions run by themselves.
final class Schedules extends Construct {

    /// A run may begin this much later, when there is less to do for everyone.
    private static final Duration WINDOW = Duration.minutes(15);

    private final Timetable timetable;
    private final ScheduleGroup group;

    Schedules(Construct scope, String id, Timetable timetable) {
        super(scope, id);
        this.timetable = timetable;
        group =
                ScheduleGroup.Builder.create(this, "Group")
                        .removalPolicy(RemovalPolicy.DESTROY)
                        .build();
    }

    /// From then on the functions run by themselves.
    void start(Functions functions, DeadLetters letters) {
        new Starting(functions, letters, role(functions, letters)).all();
    }

    /// By which CloudWatch tells how they run.
    String group() {
        return group.getScheduleGroupName();
    }

    private static String written(DayOfWeek day) {
        return day.name().substring(0, 3);
    }

    private final class Starting {

        private final Functions functions;
        private final DeadLetters letters;
        private final Role role;

        Starting(Functions functions, DeadLetters letters, Role role) {
            this.functions = functions;
            this.letters = letters;
            this.role = role;
        }

        void all() {
            var due = timetable.digestDay();
            schedule("CollectDaily", Task.COLLECT, "Collect Daily", timetable.collect(), "*");
            schedule("DigestWeekly", Task.DIGEST, "Digest Due", timetable.digest(), written(due));
            schedule(
                    "DigestAgain",
                    Task.DIGEST,
                    "Digest Due",
                    timetable.digest(),
                    Arrays.stream(DayOfWeek.values())
                            .filter(day -> day != due)
                            .map(Schedules::written)
                            .collect(Collectors.joining(",")));
        }

        private void schedule(String id, Task task, String kind, LocalTime time, String days) {
            Schedule.Builder.create(Schedules.this, id)
                    .description("Glidepath: " + task.does())
                    .scheduleGroup(group)
                    .schedule(at(time, days))
                    .timeWindow(TimeWindow.flexible(WINDOW))
                    .target(
                            LambdaInvoke.Builder.create(functions.get(task))
                                    .role(role.withoutPolicyUpdates())
                                    .input(ScheduleTargetInput.fromObject(event(kind)))
                                    .deadLetterQueue(letters.undelivered())
                                    .maxEventAge(Duration.hours(6))
                                    .retryAttempts(10)
                                    .build())
                    .build();
        }
    }

    private ScheduleExpression at(LocalTime time, String days) {
        return ScheduleExpression.cron(
                CronOptionsWithTimezone.builder()
                        .minute(String.valueOf(time.getMinute()))
                        .hour(String.valueOf(time.getHour()))
                        .weekDay(days)
                        .timeZone(TimeZone.of(timetable.zone().getId()))
                        .build());
    }

    /// The envelope that EventBridge's own events have; the time is the one it is scheduled for,
    /// however late the run is.
    private static Map<String, Object> event(String kind) {
        return new TreeMap<>(
                Map.of(
                        "version",
                        "0",
                        "id",
                        ContextAttribute.getExecutionId(),
                        "source",
                        "glidepath.schedule",
                        "detail-type",
                        kind,
                        "time",
                        ContextAttribute.getScheduledTime(),
                        "detail",
                        Map.of()));
    }

    /// What the CDK would grant by itself has a wildcard for the function's versions.
    private Role role(Functions functions, DeadLetters letters) {
        var stack = Stack.of(this);
        var caller =
                new TreeMap<String, Object>(
                        Map.of(
                                "aws:SourceAccount",
                                stack.getAccount(),
                                "aws:SourceArn",
                                stack.formatArn(
                                        ArnComponents.builder()
                                                .service("scheduler")
                                                .resource("schedule-group")
                                                .resourceName(group())
                                                .build())));
        var made =
                Role.Builder.create(this, "Role")
                        .description("Glidepath: runs functions by the clock")
                        .assumedBy(
                                ServicePrincipal.Builder.create("scheduler.amazonaws.com")
                                        .conditions(Map.of("StringEquals", caller))
                                        .build())
                        .build();
        made.addToPolicy(
                PolicyStatement.Builder.create()
                        .actions(List.of("lambda:InvokeFunction"))
                        .resources(
                                List.of(
                                        functions.get(Task.COLLECT).getFunctionArn(),
                                        functions.get(Task.DIGEST).getFunctionArn()))
                        .build());
        made.addToPolicy(
                PolicyStatement.Builder.create()
                        .actions(List.of("sqs:SendMessage"))
                        .resources(List.of(letters.undelivered().getQueueArn()))
                        .build());
        return made;
    }
}
