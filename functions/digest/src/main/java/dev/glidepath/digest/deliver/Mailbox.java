package dev.glidepath.digest.deliver;

import dev.glidepath.store.outbox.OutboxId;

/// Where mails are put in. One call makes one request: whoever calls decides whether to ask again.
@FunctionalInterface
public interface Mailbox {

    /// @param id comes back with all that is told of this mail later
    /// @param mail the whole message, in ASCII as mail is
    record Parcel(OutboxId id, String from, String to, String mail) {}

    Answer post(Parcel parcel);
}
