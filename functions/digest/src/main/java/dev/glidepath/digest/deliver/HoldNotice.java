package dev.glidepath.digest.deliver;

import dev.glidepath.core.calendar.Week;
import dev.glidepath.core.figures.Names;
import dev.glidepath.digest.Letter;
import dev.glidepath.digest.section.NoticeSection;
import dev.glidepath.digest.section.SectionHtml;
import dev.glidepath.store.outbox.Made;
import dev.glidepath.store.outbox.MailKey;

import java.time.Instant;
import java.util.List;

/// Tells the owner that a week's digests are held. The outbox sees to it that there is one per week
/// and reason, however many runs find the digests held.
final class HoldNotice {

    private HoldNotice() {}

    static Outgoing of(Week week, String owner, String reason, long held, Instant asOf) {
        var subject = "Cloud costs %s: held, not sent".formatted(week);
        var section =
                new NoticeSection(
                        subject,
                        List.of(
                                "The digest of %s is held from %s recipients: nobody gets it as it is."
                                        .formatted(week, held),
                                "Why, and what releases it: %s.".formatted(Names.clean(reason)),
                                "Each daily run looks again, and sends it by itself once nothing holds it. You are told once of each reason."));
        var html = SectionHtml.page(subject, reason, List.of(section));
        var letter = new Letter(subject, html, section.text(), List.of());
        return new Outgoing(
                key(week, owner, reason),
                owner,
                letter,
                new Made(asOf, "none", subject, letter.hash(), reason));
    }

    /// A reason is the same tomorrow, although its dates have moved.
    private static MailKey key(Week week, String owner, String reason) {
        return MailKey.of(week, "held " + reason.replaceAll("\\d", "") + " " + owner);
    }
}
