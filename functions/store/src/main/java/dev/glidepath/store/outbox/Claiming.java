package dev.glidepath.store.outbox;

/// What became of a claim.
public sealed interface Claiming {

    /// The caller, and nobody else, sends it under this id.
    record Claimed(OutboxId id) implements Claiming {}

    /// It is not to be sent now.
    record Refused(Standing standing) implements Claiming {}
}
