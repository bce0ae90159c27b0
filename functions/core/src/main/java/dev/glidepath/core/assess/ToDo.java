package dev.glidepath.core.assess;

import dev.glidepath.core.plan.Action;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/// What one owner has to do.
///
/// @param atStake per month, by how much the run-rate of the owner's categories is above what is
///   allowed; empty for an owner of none, or while it is not known
/// @param late not done, and due by the week's end; the longest ago first
/// @param due within the four weeks after it
/// @param done since the week before ended
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
}
