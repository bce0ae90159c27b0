package dev.glidepath.digest;

import dev.glidepath.core.calendar.Week;
import dev.glidepath.store.outbox.Mail;
import dev.glidepath.store.outbox.Progress;

/// A mail that was sent and that its recipient does not have, or does not want.
///
/// @param fate `bounced`, and why where that is known
public record Unread(Week week, String address, String fate) {

    static Unread of(Mail mail, Progress fate) {
        var word =
                switch (fate.stage()) {
                    case BOUNCED -> "bounced";
                    case REJECTED -> "was rejected by SES";
                    case COMPLAINED -> "was called spam";
                    case CLAIMED, NOT_ACCEPTED, UNKNOWN, SENT, DELIVERED ->
                            throw new IllegalArgumentException(fate.stage() + " is not missed");
                };
        var why = fate.note().isEmpty() ? "" : " (%s)".formatted(fate.note());
        return new Unread(mail.key().week(), mail.address(), word + why);
    }
}
