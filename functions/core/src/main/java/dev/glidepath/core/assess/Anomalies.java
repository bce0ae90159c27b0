package dev.glidepath.core.assess;

import dev.glidepath.core.anomaly.Anomaly;
import dev.glidepath.core.anomaly.Floor;
import dev.glidepath.core.lever.Lever.Where;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// What rose without being expected to, per category and service.
public sealed interface Anomalies {

    /// @param top the dearest, at most five
    /// @param others how many more there are
    /// @param since the first day that was looked at: what began then may have begun before
    record Found(List<Unusual> top, int others, Floor floor, LocalDate since) implements Anomalies {
        public Found {
            top = List.copyOf(top);
        }
    }

    /// @param days of history, which are too few to know what is usual
    record TooShort(int days) implements Anomalies {}

    /// @param largest what became dearest of it; empty where nothing became dearer in the detail
    record Unusual(Series series, Anomaly anomaly, Optional<Where> largest) {}

    /// @param provider and `service` empty where the bill has none
    record Series(String category, String provider, String service) {}
}
