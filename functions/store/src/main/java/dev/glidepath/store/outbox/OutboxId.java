package dev.glidepath.store.outbox;

import dev.glidepath.core.calendar.Week;

import java.util.Optional;
import java.util.regex.Pattern;

/// An attempt at a mail, as the message tag that travels with it. Only letters, digits and hyphens:
/// SES takes nothing else in a tag.
public record OutboxId(MailKey mail, int attempt) {

    private static final Pattern TEXT =
            Pattern.compile("(\\d{4}-W\\d{2})-([0-9a-f]{32})-([1-9]\\d{0,5})");

    public String text() {
        return mail.week() + "-" + mail.recipient() + "-" + attempt;
    }

    /// @return empty for text that is no id of ours
    public static Optional<OutboxId> parse(String text) {
        var match = TEXT.matcher(text);
        if (!match.matches()) {
            return Optional.empty();
        }
        try {
            var mail = new MailKey(Week.parse(match.group(1)), match.group(2));
            return Optional.of(new OutboxId(mail, Integer.parseInt(match.group(3))));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
