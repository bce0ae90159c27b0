package dev.glidepath.store.outbox;

/// How far an attempt has come. Later ones know more; an attempt never goes back.
public enum Stage {
    /// A run has it in hand, or died while it had.
    CLAIMED,
    /// SES answered that it did not take it, or was never asked.
    NOT_ACCEPTED,
    /// SES was asked, and no answer came: it may have taken it.
    UNKNOWN,
    /// SES took it.
    SENT,
    DELIVERED,
    /// SES took it and then did not send it.
    REJECTED,
    BOUNCED,
    /// The recipient called it spam.
    COMPLAINED;

    public boolean accepted() {
        return compareTo(SENT) >= 0;
    }

    /// Accepted, and as far as is known the recipient has it.
    public boolean arrived() {
        return accepted() && this != REJECTED && this != BOUNCED;
    }
}
