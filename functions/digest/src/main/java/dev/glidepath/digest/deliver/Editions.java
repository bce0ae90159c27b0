package dev.glidepath.digest.deliver;

import dev.glidepath.core.calendar.Week;
import dev.glidepath.digest.Edition;

import java.time.Instant;
import java.util.Collection;
import java.util.stream.Stream;

/// Writes a week's digests, one for each recipient, when it is asked for the next.
@FunctionalInterface
public interface Editions {

    /// @param to the addresses of those whose editions are asked for
    /// @param asOf what the store knew at this time, and nothing later, is looked at
    /// @throws dev.glidepath.core.assess.NothingCollected when it knew nothing
    Stream<Edition> of(Week week, Collection<String> to, Instant asOf);
}
