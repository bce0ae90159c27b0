package dev.glidepath.core.assess;

import dev.glidepath.core.plan.Action;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// The plan's actions at the end of a week.
///
/// @param phases in the plan's order
/// @param owners who has something late, due soon or done, those with most at stake first
public record Agenda(List<Phase> phases, List<ToDo> owners, LastWeek lastWeek) {

    public Agenda {
        phases = List.copyOf(phases);
        owners = List.copyOf(owners);
    }

    /// @param due the last day on which one of its actions is due
    /// @param open not done, and not due yet
    public record Phase(String name, LocalDate due, int done, int late, int open) {}

    /// What was not done a week earlier and was due by the end of this one.
    ///
    /// @param done of them, by a day that the plan states
    public record LastWeek(int all, int done) {}

    /// What one owner has to do.
    ///
    /// @param atStake per month, by how much the run-rate of the owner's categories is above what
    ///   is allowed; empty for an owner of none, or while it is not known
    /// @param late the longest ago first
    /// @param due within four weeks
    /// @param done in this week
    public record ToDo(
            String owner,
            Optional<BigDecimal> atStake,
            List<Action> late,
            List<Action> due,
            List<Action> done) {
        public ToDo {
            late = List.copyOf(late);
            due = List.copyOf(due);
            done = List.copyOf(done);
        }

        boolean isEmpty() {
            return late.isEmpty() && due.isEmpty() && done.isEmpty();
        }
    }
}
