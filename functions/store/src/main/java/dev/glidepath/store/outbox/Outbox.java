package dev.glidepath.store.outbox;

import dev.glidepath.core.calendar.Week;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Who got which mail. A mail is claimed before it is sent, by one run only; what is learned of it
/// later is added in any order.
public final class Outbox {

    private static final int TRIES = 20;
    private static final int WEEKS_BACK = 26;

    private final MailTable table;

    public Outbox(DynamoDbClient dynamo, String table) {
        this(new DynamoMailTable(dynamo, table));
    }

    public Outbox(MailTable table) {
        this.table = table;
    }

    /// Every mail of that week that was ever claimed.
    public List<Mail> mails(Week week) {
        return table.week(week);
    }

    /// The decision that holds that week's digests back now.
    public Optional<Hold> hold(Week week) {
        var decided = table.holds(week);
        return decided.isEmpty()
                ? Optional.empty()
                : Optional.of(decided.getLast()).filter(Hold::held);
    }

    /// All decisions about that week, oldest first.
    public List<Hold> holds(Week week) {
        return table.holds(week);
    }

    /// @return whether it changed anything: what is held is not held again
    public boolean decide(Week week, Hold hold) {
        for (int tried = 0; tried < TRIES; tried++) {
            var decided = table.holds(week);
            var last = decided.isEmpty() ? Optional.<Hold>empty() : Optional.of(decided.getLast());
            if (last.map(Hold::held).orElse(false) == hold.held()) {
                return false;
            }
            // A clock that is behind must not make the newest decision an old one.
            var at =
                    last.map(l -> l.at().plusMillis(1))
                            .filter(after -> after.isAfter(hold.at()))
                            .orElse(hold.at());
            if (table.add(week, new Hold(hold.held(), at, hold.by(), hold.reason()))) {
                return true;
            }
        }
        throw new IllegalStateException(
                "outbox %s: others kept deciding at the same time; run it again".formatted(week));
    }

    /// What the attempt was made from.
    public String receipt(Week week, Attempt attempt) {
        return table.receipt(week, attempt.made().receipt());
    }

    /// What that recipient was mailed last, of an earlier week; nothing older than half a year is
    /// looked at.
    ///
    /// @param before nothing that was made then or later
    public Optional<Mailed> lastMail(Week week, String address, Instant before) {
        return IntStream.rangeClosed(1, WEEKS_BACK)
                .mapToObj(week::minus)
                .map(earlier -> table.find(MailKey.of(earlier, address)))
                .flatMap(Optional::stream)
                .map(MailTable.Row::mail)
                .flatMap(mail -> mail.readBefore(before).map(a -> mailed(mail, a)).stream())
                .findFirst();
    }

    /// The record of the newest digest of an earlier week to that recipient.
    public Optional<Mail> newest(Week week, String address) {
        return IntStream.rangeClosed(1, WEEKS_BACK)
                .mapToObj(week::minus)
                .map(earlier -> table.find(MailKey.of(earlier, address)))
                .flatMap(Optional::stream)
                .map(MailTable.Row::mail)
                .findFirst();
    }

    private static Mailed mailed(Mail mail, Attempt attempt) {
        return new Mailed(mail.key().week(), attempt.made().asOf(), attempt.made().planId());
    }

    /// Notes a mail that was put where its recipient reads it, such as a folder. Noting the same
    /// one again changes nothing.
    public void filed(MailKey key, String address, Made made) {
        var claim = new Claim(made.letterHash() + made.asOf(), made.asOf());
        var kept = kept(key.week(), made);
        for (int tried = 0; tried < TRIES; tried++) {
            var seen = table.find(key);
            var mail = seen.map(MailTable.Row::mail).orElseGet(() -> Mail.none(key, address));
            if (mail.attempts().stream().anyMatch(a -> a.claim().equals(claim))) {
                return;
            }
            var next = mail.claimed(claim, kept);
            if (table.replace(
                    seen, next.with(next.attempts().size(), Progress.of(Stage.SENT, claim.at())))) {
                return;
            }
        }
        throw contended(key);
    }

    /// @param claim its time is now
    public Claiming claim(MailKey key, String address, Claim claim, Made made) {
        var kept = kept(key.week(), made);
        for (int tried = 0; tried < TRIES; tried++) {
            var seen = table.find(key);
            var mail = seen.map(MailTable.Row::mail).orElseGet(() -> Mail.none(key, address));
            if (mail.holds(claim)) {
                return new Claiming.Claimed(mail.newest());
            }
            var standing = mail.standing(claim.at());
            if (!(standing instanceof Standing.Free)) {
                return new Claiming.Refused(standing);
            }
            var next = mail.claimed(claim, kept);
            if (table.replace(seen, next)) {
                return new Claiming.Claimed(next.newest());
            }
        }
        throw contended(key);
    }

    public Noted note(OutboxId id, Progress progress) {
        for (int tried = 0; tried < TRIES; tried++) {
            var seen = table.find(id.mail());
            if (seen.isEmpty() || seen.get().mail().attempts().size() < id.attempt()) {
                return Noted.NO_SUCH_MAIL;
            }
            var mail = seen.get().mail();
            var next = mail.with(id.attempt(), progress);
            if (next.equals(mail)) {
                return Noted.KNOWN;
            }
            if (table.replace(seen, next)) {
                return Noted.NEW;
            }
        }
        throw contended(id.mail());
    }

    private Made kept(Week week, Made made) {
        var reference = table.keep(week, made.receipt());
        return new Made(made.asOf(), made.planId(), made.subject(), made.letterHash(), reference);
    }

    private static IllegalStateException contended(MailKey key) {
        return new IllegalStateException(
                "outbox %s, recipient %s: others kept writing at the same time; run it again"
                        .formatted(key.week(), key.recipient()));
    }
}
