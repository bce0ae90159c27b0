package dev.glidepath.digest.deliver;

import dev.glidepath.digest.Edition;
import dev.glidepath.digest.Letter;
import dev.glidepath.store.outbox.Made;
import dev.glidepath.store.outbox.MailKey;

import java.time.Instant;

/// A letter on its way to one address.
record Outgoing(MailKey key, String to, Letter letter, Made made) {

    static Outgoing of(MailKey key, Edition edition, Instant asOf) {
        return new Outgoing(
                key, edition.recipient().email(), edition.rendered().letter(), edition.made(asOf));
    }
}
