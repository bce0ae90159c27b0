package dev.glidepath.store.outbox;

import java.time.Instant;

/// Whether a mail may be sent now.
public sealed interface Standing {

    /// Nobody took it as far as is known, or as can still be expected to become known.
    record Free() implements Standing {}

    /// A run may be sending it.
    record InHand(Instant until) implements Standing {}

    /// SES may have taken it: its events decide, or, when there are none, the time.
    record Open(Instant until) implements Standing {}

    /// SES took it: never again.
    record Accepted(Attempt attempt) implements Standing {}
}
