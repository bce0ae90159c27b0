package dev.glidepath.local.bench;

import java.time.Duration;

/// What one process took.
///
/// @param peakBytes of memory that was resident at once; 0 where the system does not tell
/// @param failed what it said when it did not end well, else empty
public record Measured(Duration wall, Duration cpu, long peakBytes, String failed) {

    public boolean ended() {
        return failed.isEmpty();
    }
}
