package dev.glidepath.store.outbox;

import java.time.Duration;
import java.time.Instant;

/// Who has a mail in hand.
///
/// @param token of one claim and no other: a write whose answer got lost is recognised by it
public record Claim(String token, Instant at) {

    /// No function runs longer.
    static final Duration LEASE = Duration.ofMinutes(15);

    /// Longer than SES takes to tell that it took a mail; shorter than from one daily run to the
    /// next.
    static final Duration EVIDENCE = Duration.ofHours(12);

    /// Until then its holder may be sending.
    public Instant leaseUntil() {
        return at.plus(LEASE);
    }

    /// When SES has told nothing until then, it did not take the mail.
    public Instant openUntil() {
        return at.plus(EVIDENCE);
    }
}
