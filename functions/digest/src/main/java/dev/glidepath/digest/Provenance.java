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
        String codeVersion,
        Letterhead letterhead) {
    public Provenance {
        executions = List.copyOf(executions);
    }

    public Provenance(
            Instant asOf,
            List<Execution> executions,
            String planId,
            String allocationVersion,
            String codeVersion) {
        this(asOf, executions, planId, allocationVersion, codeVersion, Letterhead.NONE);
    }

    Provenance to(Letterhead whom) {
        return new Provenance(asOf, executions, planId, allocationVersion, codeVersion, whom);
    }
}
