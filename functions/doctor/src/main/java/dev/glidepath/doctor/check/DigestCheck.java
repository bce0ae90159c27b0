package dev.glidepath.doctor.check;

import dev.glidepath.core.calendar.Week;
import dev.glidepath.core.plan.Plan;
import dev.glidepath.doctor.Check;
import dev.glidepath.doctor.Findings;
import dev.glidepath.store.outbox.Attempt;
import dev.glidepath.store.outbox.Mail;
import dev.glidepath.store.outbox.Outbox;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.Optional;
import java.util.TreeSet;

/// Whether digests go out, to everybody.
public record DigestCheck(Outbox outbox, Plan plan, Instant now) implements Check {

    private static final Duration WEEK_AND_A_DAY = Duration.ofDays(8);

    @Override
    public void look(Findings findings) {
        var next = Week.of(now.atOffset(ZoneOffset.UTC).toLocalDate()).minus(-1);
        var without = new TreeSet<String>();
        var bounced = new TreeSet<String>();
        var newest = Optional.<Instant>empty();
        for (var recipient : plan.recipients()) {
            var mail = outbox.newest(next, recipient.email());
            mail.flatMap(m -> m.missed(now)).ifPresent(_ -> bounced.add(recipient.email()));
            var sent = mail.flatMap(DigestCheck::accepted);
            if (sent.isEmpty()) {
                without.add(recipient.email());
            }
            newest = later(newest, sent);
        }
        told(findings, newest, without, bounced);
    }

    private static Optional<Instant> accepted(Mail mail) {
        return mail.attempts().stream()
                .filter(a -> a.progress().stage().accepted())
                .map(Attempt::claim)
                .map(claim -> claim.at())
                .max(Comparator.naturalOrder());
    }

    private static Optional<Instant> later(Optional<Instant> one, Optional<Instant> other) {
        return one.isPresent() && (other.isEmpty() || one.get().isAfter(other.get())) ? one : other;
    }

    private void told(
            Findings findings,
            Optional<Instant> newest,
            TreeSet<String> without,
            TreeSet<String> bounced) {
        if (newest.isEmpty()) {
            findings.warning(
                    "newest",
                    "no digest has gone out yet",
                    "Nobody knows whether the plan is met.",
                    "it goes out on its day by itself; now: the stack's output RequestDigest");
            return;
        }
        var age = Duration.between(newest.get(), now);
        var what = "the newest digest is " + Ages.words(age);
        if (!bounced.isEmpty()) {
            findings.problem(
                    "newest",
                    "the last digest did not reach " + String.join(", ", bounced),
                    "SES sends nothing to an address that bounced or complained.",
                    "correct the address in the plan and deploy; or aws sesv2"
                            + " delete-suppressed-destination --email-address ADDRESS, and the"
                            + " output RequestDigest");
        } else if (age.compareTo(WEEK_AND_A_DAY) > 0) {
            findings.warning(
                    "newest",
                    what,
                    "There should be one each week.",
                    "./glidepath preview says whether it is held and why");
        } else if (!without.isEmpty()) {
            findings.warning(
                    "newest",
                    what + "; it has never gone to " + String.join(", ", without),
                    "They know nothing.",
                    "the stack's output RequestDigest sends it to those who have not got it");
        } else {
            findings.fine("newest", what);
        }
    }
}
