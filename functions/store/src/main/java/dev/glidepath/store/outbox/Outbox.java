package dev.glidepath.store.outbox;

import dev.glidepath.core.calendar.Week;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

import java.util.List;

/// Who got which mail. A mail is claimed before it is sent, by one run only; what is learned of it
/// later is added in any order.
public final class Outbox {

    private static final int TRIES = 20;

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

    /// What the attempt was made from.
    public String receipt(Week week, Attempt attempt) {
        return table.receipt(week, attempt.made().receipt());
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
