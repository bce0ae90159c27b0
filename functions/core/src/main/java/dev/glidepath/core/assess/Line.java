package dev.glidepath.core.assess;

import dev.glidepath.core.plan.GlidePath;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/// One line of the target table: a category, Unallocated, or the total.
///
/// @param owner empty for Unallocated and the total
/// @param path empty where the plan sets no target
/// @param weeks what the assessment's weeks cost, oldest first
public record Line(
        String name,
        String owner,
        Optional<GlidePath> path,
        Standing standing,
        Outlook outlook,
        List<BigDecimal> weeks) {

    public Line {
        weeks = List.copyOf(weeks);
    }
}
