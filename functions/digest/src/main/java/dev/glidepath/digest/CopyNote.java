package dev.glidepath.digest;

import dev.glidepath.core.calendar.Week;
import dev.glidepath.core.plan.OneLine;
import dev.glidepath.digest.section.NoticeSection;
import dev.glidepath.store.outbox.MailKey;

import java.time.Instant;
import java.util.List;

/// A mail that its recipient was sent before and is sent once more, because somebody wants it.
///
/// @param number from 1: each is sent once, however often it is asked for
/// @param reason as who asks for it says
/// @param first when the mail was sent that it is a copy of
public record CopyNote(int number, String reason, Instant first) {

    private static final int LONGEST = 200;

    public CopyNote {
        reason = OneLine.require("the reason", reason, LONGEST);
        if (number < 1) {
            throw new IllegalArgumentException("number the copies from 1");
        }
    }

    /// Another mail than the week's digest: it does not count as that.
    public MailKey key(Week week, String address) {
        return MailKey.of(week, "again " + number + " " + address);
    }

    NoticeSection notice() {
        return new NoticeSection(
                "A copy, sent again",
                List.of(
                        "This is copy %d of the mail that was sent on %s: the same figures, as they were known then."
                                .formatted(number, first),
                        "Why it is sent again: %s".formatted(reason)));
    }
}
