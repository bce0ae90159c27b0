package dev.glidepath.core.plan;

import java.time.LocalDate;
import java.util.Optional;

/// Something that somebody does by a date.
///
/// @param phase the list it stands in: `Automation, phase 1`
/// @param doneOn empty where the plan does not say when it was done
public record Action(
        String phase,
        String text,
        String owner,
        LocalDate due,
        boolean done,
        Optional<LocalDate> doneOn) {

    /// By the end of a day; one that is done at no stated day always was.
    public boolean isDone(LocalDate day) {
        return done && doneOn.map(on -> !on.isAfter(day)).orElse(true);
    }
}
