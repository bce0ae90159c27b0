package dev.glidepath.digest;

import dev.glidepath.core.calendar.Week;
import dev.glidepath.store.outbox.Attempt;
import dev.glidepath.store.outbox.Mail;
import dev.glidepath.store.outbox.MailKey;
import dev.glidepath.store.outbox.Outbox;

import java.util.Comparator;

/// Makes a mail that was sent again, from its receipt, and marks it as a copy.
public final class Copies {

    private final Outbox outbox;
    private final Replay replay;

    public Copies(Outbox outbox, Replay replay) {
        this.outbox = outbox;
        this.replay = replay;
    }

    /// @param again its edition, and what it is a copy of
    public record Copy(Edition edition, CopyNote again) {}

    /// @throws IllegalArgumentException when that recipient was never sent that week's mail
    /// @throws IllegalStateException when its figures cannot be made again
    public Copy of(Week week, String to, int number, String reason) {
        var sent = sent(week, to);
        var again = new CopyNote(number, reason, sent.progress().at());
        var receipt = Receipt.parse(outbox.receipt(week, sent)).as(again);
        var edition = replay.again(receipt).edition();
        if (!receipt.hasFiguresOf(edition.rendered().receipt())) {
            throw new IllegalStateException(
                    "the figures of the mail of %s cannot be made again: ./glidepath replay says what differs; nothing was sent"
                            .formatted(week));
        }
        return new Copy(edition, again);
    }

    private Attempt sent(Week week, String to) {
        var key = MailKey.of(week, to);
        return outbox.mails(week).stream()
                .filter(mail -> mail.key().equals(key))
                .map(Mail::attempts)
                .flatMap(attempts -> attempts.stream())
                .filter(attempt -> attempt.progress().stage().accepted())
                .max(Comparator.comparing(attempt -> attempt.claim().at()))
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "that recipient was never sent the mail of %s: a request for the week sends it, as the stack's output RequestDigest"
                                                .formatted(week)));
    }
}
