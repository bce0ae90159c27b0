package dev.glidepath.core.assess;

import dev.glidepath.core.savings.Savings;

import java.util.List;

/// What is done so that cost goes down, and what of it the bill shows.
///
/// @param initiatives in the plan's order; of a scope, those that move nothing else
public record Programme(Savings savings, List<Return> initiatives, Agenda agenda) {

    public Programme {
        initiatives = List.copyOf(initiatives);
    }
}
