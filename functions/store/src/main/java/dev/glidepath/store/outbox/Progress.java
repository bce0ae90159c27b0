package dev.glidepath.store.outbox;

import java.time.Instant;
import java.util.Comparator;

/// What is known of an attempt. Of two that are known the one that says more counts, whichever came
/// first: any order ends the same.
///
/// @param messageId as SES names the message; empty until it took it
/// @param note a reason, in words without an address; may be empty
public record Progress(Stage stage, Instant at, String messageId, String note)
        implements Comparable<Progress> {

    private static final Comparator<Progress> BY_KNOWLEDGE =
            Comparator.comparing(Progress::stage)
                    .thenComparing(Progress::at)
                    .thenComparing(Progress::note)
                    .thenComparing(Progress::messageId);

    public static Progress of(Stage stage, Instant at) {
        return new Progress(stage, at, "", "");
    }

    public static Progress of(Stage stage, Instant at, String note) {
        return new Progress(stage, at, "", note);
    }

    /// Whether it counted as arrived then; that it had not may have been learned later.
    boolean arrived(Instant then) {
        return stage.accepted() && (stage.arrived() || !at.isBefore(then));
    }

    public Progress and(Progress other) {
        return compareTo(other) >= 0 ? this : other;
    }

    @Override
    public int compareTo(Progress other) {
        return BY_KNOWLEDGE.compare(this, other);
    }
}
