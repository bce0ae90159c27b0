package dev.glidepath.digest.deliver;

import dev.glidepath.store.outbox.OutboxId;

/// Where mails are put in. One call makes one request: whoever calls decides whether to ask again.
@FunctionalInterface
public interface Mailbox {

    /// @param id comes back with all that is told of this mail later
    /// @param bytes the whole message
    record Parcel(OutboxId id, String from, String to, byte[] bytes) {}

    Answer post(Parcel parcel);
}
