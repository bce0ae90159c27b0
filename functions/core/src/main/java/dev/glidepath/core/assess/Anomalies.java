package dev.glidepath.core.assess;

import dev.glidepath.core.anomaly.Anomaly;
import dev.glidepath.core.anomaly.Floor;
import dev.glidepath.core.bridge.Cause;

import java.util.List;
import java.util.Optional;

/// What rose without being expected to, per category and service.
public sealed interface Anomalies {

    /// @param top the dearest, at most five
    /// @param others how many more there are
    record Found(List<Unusual> top, int others, Floor floor) implements Anomalies {
        public Found {
            top = List.copyOf(top);
        }
    }

    /// @param days of history, which are too few to know what is usual
    record TooShort(int days) implements Anomalies {}

    /// @param largest the line that became dearest; empty where its lines of before are not at hand
    record Unusual(Series series, Anomaly anomaly, Optional<Cause> largest) {}

    /// @param provider and `service` empty where the bill has none
    record Series(String category, String provider, String service) {}
}
