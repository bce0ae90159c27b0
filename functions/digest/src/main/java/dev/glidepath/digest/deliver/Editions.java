package dev.glidepath.digest.deliver;

import dev.glidepath.core.calendar.Week;
import dev.glidepath.digest.Edition;

import java.time.Instant;
import java.util.List;

/// Writes a week's digests, one for each recipient.
@FunctionalInterface
public interface Editions {

    /// @param asOf what the store knew at this time, and nothing later, is looked at
    /// @throws dev.glidepath.core.assess.NothingCollected when it knew nothing
    List<Edition> of(Week week, Instant asOf);
}
