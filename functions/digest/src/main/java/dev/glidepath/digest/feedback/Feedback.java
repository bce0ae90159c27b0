package dev.glidepath.digest.feedback;

import dev.glidepath.runtime.HealthMetric;
import dev.glidepath.store.outbox.Outbox;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// Notes what SES told. Events may come twice and in any order.
public final class Feedback {

    private final Outbox outbox;

    public Feedback(Outbox outbox) {
        this.outbox = outbox;
    }

    /// What was noted.
    ///
    /// @param counts per word; a word that does not occur is absent
    /// @param health every bounce and complaint that SES told, also of mails that are none of the
    ///   outbox's: one told twice counts twice, and none is lost
    public record Noting(Map<String, Long> counts, Map<HealthMetric, Long> health) {}

    /// @param messages JSON as SES publishes it
    /// @throws IllegalArgumentException for a message that is none; nothing is noted then
    public Noting note(List<String> messages) {
        var events = messages.stream().map(SesEvent::parse).toList();
        var counts = new TreeMap<String, Long>();
        events.forEach(event -> counts.merge(note(event), 1L, Long::sum));
        return new Noting(
                counts,
                Map.of(
                        HealthMetric.MAIL_BOUNCED, count(events, "Bounce"),
                        HealthMetric.MAIL_COMPLAINED, count(events, "Complaint")));
    }

    private String note(MailEvent event) {
        if (event.id().isEmpty()) {
            return "untagged";
        }
        if (event.progress().isEmpty()) {
            return event.type().equals("DeliveryDelay") ? "delayed" : "ignored";
        }
        return switch (outbox.note(event.id().get(), event.progress().get())) {
            case NEW -> event.progress().get().stage().name().toLowerCase(Locale.ROOT);
            case KNOWN -> "known";
            case NO_SUCH_MAIL -> "unknownMail";
        };
    }

    private static long count(List<MailEvent> events, String type) {
        return events.stream().filter(event -> event.type().equals(type)).count();
    }
}
