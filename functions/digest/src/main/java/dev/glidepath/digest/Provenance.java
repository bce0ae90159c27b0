package dev.glidepath.digest;

import dev.glidepath.core.cost.Execution;

import java.time.Instant;
import java.util.List;

/// Where the figures come from.
///
/// @param asOf what the store knew at this time
/// @param allocationVersion which rules put charges into categories
public record Provenance(
        Instant asOf,
        List<Execution> executions,
        String planId,
        String allocationVersion,
        String codeVersion) {
    public Provenance {
        executions = List.copyOf(executions);
    }
}
