package dev.glidepath.digest.feedback;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

import dev.glidepath.digest.deliver.SesMailbox;
import dev.glidepath.store.outbox.OutboxId;
import dev.glidepath.store.outbox.Progress;
import dev.glidepath.store.outbox.Stage;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/// Reads the JSON that SES publishes. What is not known is passed over: SES adds fields and types.
final class SesEvent {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private SesEvent() {}

    /// @throws IllegalArgumentException for text that is no event of SES
    static MailEvent parse(String json) {
        var event = tree(json);
        // Identities publish the same under another name.
        var type = event.path("eventType").asText(event.path("notificationType").asText());
        if (type.isBlank() || !event.path("mail").isObject()) {
            throw new IllegalArgumentException(
                    "this is no event of SES: it has no \"eventType\" or no \"mail\"; see"
                            + " events/feedback-delivery.json");
        }
        var mail = event.path("mail");
        var id = OutboxId.parse(mail.path("tags").path(SesMailbox.TAG).path(0).asText());
        return new MailEvent(type, id, progress(type, event, mail.path("messageId").asText()));
    }

    private static Optional<Progress> progress(String type, JsonNode event, String messageId) {
        return switch (type) {
            case "Send" -> progress(Stage.SENT, event.path("mail"), messageId, "");
            case "Delivery" -> progress(Stage.DELIVERED, event.path("delivery"), messageId, "");
            case "Reject" ->
                    progress(
                            Stage.REJECTED,
                            event.path("mail"),
                            messageId,
                            event.path("reject").path("reason").asText());
            case "Rendering Failure" ->
                    progress(Stage.REJECTED, event.path("mail"), messageId, type);
            case "Bounce" -> {
                var bounce = event.path("bounce");
                var kind = bounce.path("bounceType").asText();
                var note = kind + "/" + bounce.path("bounceSubType").asText();
                yield progress(Stage.BOUNCED, bounce, messageId, note);
            }
            case "Complaint" -> {
                var complaint = event.path("complaint");
                var note = complaint.path("complaintFeedbackType").asText();
                yield progress(Stage.COMPLAINED, complaint, messageId, note);
            }
            default -> Optional.empty();
        };
    }

    private static Optional<Progress> progress(
            Stage stage, JsonNode timed, String messageId, String note) {
        return Optional.of(new Progress(stage, time(timed), messageId, note));
    }

    private static Instant time(JsonNode timed) {
        var text = timed.path("timestamp").asText();
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    "this event of SES has no \"timestamp\" such as 2026-05-13T05:00:00.000Z", e);
        }
    }

    private static String place(JsonLocation at) {
        return ": line %s, column %s".formatted(at.getLineNr(), at.getColumnNr());
    }

    private static JsonNode tree(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            // The parser quotes what it read, which may have an address in it; of what is nested
            // too
            // deep it says no place.
            var at = Optional.ofNullable(e.getLocation());
            throw new IllegalArgumentException(
                    "the notification's message is no JSON"
                            + at.map(SesEvent::place).orElse(": it is nested too deep"));
        }
    }
}
