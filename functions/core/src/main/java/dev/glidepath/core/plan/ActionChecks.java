package dev.glidepath.core.plan;

import java.time.LocalDate;
import java.util.Optional;

/// Compares actions with each other and with the targets that they are to reach.
final class ActionChecks {

    private ActionChecks() {}

    static Draft.Check dueTogether(String aim, Action action, Action first, int line) {
        return _ ->
                action.due().equals(first.due())
                        ? Optional.empty()
                        : Optional.of(
                                "\"%s\" is due %s here and %s in line %d (%s)"
                                        .formatted(
                                                aim,
                                                action.due(),
                                                first.due(),
                                                line,
                                                first.phase()));
    }

    static Draft.Check reaches(String reference, ValueForm.Value value, LocalDate due) {
        return plan ->
                MeasureChecks.find(plan, reference)
                        .flatMap(Measure::path)
                        .filter(path -> path.allowedOn(due).compareTo(value.number()) != 0)
                        .map(
                                path ->
                                        "the action reaches %s by %s; %s asks for %s on that day"
                                                        .formatted(
                                                                shown(value, plan),
                                                                due,
                                                                reference,
                                                                shown(
                                                                        new ValueForm.Value(
                                                                                value.kind(),
                                                                                path.allowedOn(
                                                                                        due)),
                                                                        plan))
                                                + reachedOn(path, value));
    }

    private static String reachedOn(GlidePath path, ValueForm.Value value) {
        return path.dateOf(value.number()).map(day -> " and for that only on " + day).orElse("");
    }

    private static String shown(ValueForm.Value value, Plan plan) {
        return Shown.value(value.kind(), value.number(), plan.basis().currency());
    }
}
