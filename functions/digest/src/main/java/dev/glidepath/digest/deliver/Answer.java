package dev.glidepath.digest.deliver;

/// What a mailbox answers. Reasons carry no address.
public sealed interface Answer {

    record Accepted(String messageId) implements Answer {}

    /// It may have been accepted: the request was made and no answer came.
    record Unknown(String reason) implements Answer {}

    /// It is certain that nothing was accepted.
    sealed interface NotAccepted extends Answer {
        String reason();
    }

    /// Too many at once: ask again in a moment.
    record Throttled(String reason) implements NotAccepted {}

    /// Nothing was asked: no connection, or no time.
    record NotReached(String reason) implements NotAccepted {}

    /// No more mails within 24 hours.
    record QuotaSpent(String reason) implements NotAccepted {}

    /// The sender, or in the sandbox the recipient, is not verified.
    record NotVerified(String reason) implements NotAccepted {}

    /// Sending is paused or suspended for the account.
    record Paused(String reason) implements NotAccepted {}

    /// Neither now nor later as it is.
    record Refused(String reason) implements NotAccepted {}
}
