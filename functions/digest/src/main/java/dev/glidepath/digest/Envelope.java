package dev.glidepath.digest;

import dev.glidepath.store.outbox.MailKey;

import java.time.Instant;

/// What is around a letter. Everything that varies from run to run is stated, so that the bytes do
/// not.
///
/// @param from and `to`: one plain address each
/// @param messageId without angle brackets
public record Envelope(String from, String to, String messageId, Instant date) {

    static final String NAME = "Glidepath";

    /// SES puts its own message id and date in place of these.
    public static Envelope of(String from, String to, MailKey mail, Instant date) {
        return new Envelope(
                from, to, mail.week() + "-" + mail.recipient() + "@" + listId(from), date);
    }

    /// What mail readers sort by, such as `glidepath.example.com`.
    public String listId() {
        return listId(from);
    }

    private static String listId(String from) {
        return "glidepath." + from.substring(from.lastIndexOf('@') + 1);
    }
}
