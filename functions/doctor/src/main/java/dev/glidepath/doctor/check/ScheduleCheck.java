package dev.glidepath.doctor.check;

import dev.glidepath.doctor.Check;
import dev.glidepath.doctor.Findings;

import software.amazon.awssdk.services.scheduler.SchedulerClient;
import software.amazon.awssdk.services.scheduler.model.GetScheduleResponse;
import software.amazon.awssdk.services.scheduler.model.ResourceNotFoundException;
import software.amazon.awssdk.services.scheduler.model.ScheduleState;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Whether the functions run by themselves, in which zone, and when next.
///
/// @param zone that the functions take the schedules to be in
/// @param functions the names of those that must have a schedule
public record ScheduleCheck(
        SchedulerClient scheduler,
        String group,
        Optional<String> zone,
        List<String> functions,
        InstantSource clock)
        implements Check {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("EEE yyyy-MM-dd HH:mm VV", Locale.ENGLISH);

    public ScheduleCheck {
        functions = List.copyOf(functions);
    }

    @Override
    public void look(Findings findings) {
        var schedules = schedules();
        for (var schedule : schedules) {
            findings.attempt("next run", () -> look(findings, schedule));
        }
        for (var function : functions) {
            if (schedules.stream().noneMatch(s -> isOf(s, function))) {
                findings.problem(
                        "present",
                        "no schedule of the group %s runs %s".formatted(group, function),
                        "It runs only when somebody starts it.",
                        "npx cdk deploy");
            }
        }
    }

    private List<GetScheduleResponse> schedules() {
        try {
            return scheduler.listSchedulesPaginator(r -> r.groupName(group)).stream()
                    .flatMap(page -> page.schedules().stream())
                    .map(s -> scheduler.getSchedule(r -> r.groupName(group).name(s.name())))
                    .toList();
        } catch (ResourceNotFoundException _) {
            return List.of();
        }
    }

    private static boolean isOf(GetScheduleResponse schedule, String function) {
        return schedule.target() != null
                && (":" + schedule.target().arn()).endsWith(":" + function);
    }

    private void look(Findings findings, GetScheduleResponse schedule) {
        if (schedule.state() == ScheduleState.DISABLED) {
            findings.warning(
                    "next run",
                    schedule.name() + " is disabled",
                    "It runs only when somebody starts it.",
                    "enable it on the console's page of EventBridge schedules, or npx cdk deploy"
                            + " --force");
            return;
        }
        var named = schedule.scheduleExpressionTimezone();
        var in = named == null || named.isBlank() ? "UTC" : named;
        if (zone.isPresent() && !zone.get().equals(in)) {
            findings.problem(
                    "zone",
                    "%s is in the zone %s, and the functions count in %s"
                            .formatted(schedule.name(), in, zone.get()),
                    "A digest counts as overdue at the wrong time, or the wrong week is due.",
                    "npx cdk deploy");
        }
        next(findings, schedule, zoneOf(in));
    }

    private static ZoneId zoneOf(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException e) {
            throw new IllegalStateException("a schedule has the zone " + name, e);
        }
    }

    private void next(Findings findings, GetScheduleResponse schedule, ZoneId in) {
        var expression = schedule.scheduleExpression();
        var times = CronTimes.of(expression);
        if (times.isEmpty()) {
            findings.unknown(
                    "next run",
                    "%s runs by %s".formatted(schedule.name(), expression),
                    "When that is next is not computed here.",
                    "look at the console's page of EventBridge schedules");
            return;
        }
        times.get()
                .next(clock.instant(), in)
                .ifPresentOrElse(
                        at ->
                                findings.fine(
                                        "next run",
                                        "%s: %s, in %d hours"
                                                .formatted(
                                                        schedule.name(),
                                                        TIME.format(at.atZone(in)),
                                                        Duration.between(clock.instant(), at)
                                                                .toHours())),
                        () ->
                                findings.problem(
                                        "next run",
                                        "%s is never due again: %s"
                                                .formatted(schedule.name(), expression),
                                        "It runs only when somebody starts it.",
                                        "npx cdk deploy"));
    }
}
