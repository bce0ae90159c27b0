package dev.glidepath.core.plan;

import java.util.List;

/// A slice of cost with a target, in the plan's currency per month.
///
/// @param owner who answers for it, as the plan names them
/// @param rules a charge belongs here when one of them matches and no earlier category took it
public record Category(String name, String owner, GlidePath target, List<Rule> rules) {
    public Category {
        rules = List.copyOf(rules);
    }
}
