package dev.glidepath.store.outbox;

/// What became of something that was learned of an attempt.
public enum Noted {
    NEW,
    /// As much or more was known.
    KNOWN,
    NO_SUCH_MAIL
}
