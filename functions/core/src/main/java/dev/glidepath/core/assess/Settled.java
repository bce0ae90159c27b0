package dev.glidepath.core.assess;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/// Through which day cost has stopped moving.
///
/// @param lags per export that still delivers, how late its days settle
/// @param silent exports without a charge in the last 45 days; not waited for
public record Settled(LocalDate through, Map<String, Lag> lags, List<String> silent) {

    public Settled {
        lags = Map.copyOf(lags);
        silent = List.copyOf(silent);
    }

    /// @param days a charge day is settled this many days after it
    /// @param observations charge days that were seen at this age and again later
    public record Lag(int days, Source source, int observations) {}

    public enum Source {
        MEASURED,
        /// Too little history to measure.
        ASSUMED,
        /// Days still moved at the greatest lag that is waited for.
        CAPPED
    }
}
