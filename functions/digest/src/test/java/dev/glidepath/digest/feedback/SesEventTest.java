package dev.glidepath.digest.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glidepath.store.outbox.Progress;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Instant;

class SesEventTest {

    /// When a mail came back is not when it was sent.
    @ParameterizedTest
    @CsvSource({
        "Send, 01",
        "Delivery, 02",
        "Reject, 01",
        "Rendering Failure, 01",
        "Bounce, 03",
        "Complaint, 04"
    })
    void everyTypeHasItsOwnTime(String type, String day) {
        var json =
                """
                {"eventType": "%s",
                 "mail": {"timestamp": "2026-05-01T06:00:00Z", "messageId": "m"},
                 "delivery": {"timestamp": "2026-05-02T06:00:00Z"},
                 "bounce": {"timestamp": "2026-05-03T06:00:00Z"},
                 "complaint": {"timestamp": "2026-05-04T06:00:00Z"}}"""
                        .formatted(type);
        assertThat(SesEvent.parse(json).progress().map(Progress::at))
                .contains(Instant.parse("2026-05-%sT06:00:00Z".formatted(day)));
    }

    @ParameterizedTest
    @CsvSource({
        "Send, SENT",
        "Delivery, DELIVERED",
        "Reject, REJECTED",
        "Rendering Failure, REJECTED",
        "Bounce, BOUNCED",
        "Complaint, COMPLAINED",
        "DeliveryDelay, none",
        "Open, none"
    })
    void everyTypeSettlesOneThing(String type, String stage) {
        for (var name : new String[] {"eventType", "notificationType"}) {
            var json =
                    """
                    {"%s": "%s", "mail": %s, "delivery": %3$s, "bounce": %3$s, "complaint": %3$s}"""
                            .formatted(
                                    name,
                                    type,
                                    "{\"timestamp\": \"2026-05-13T06:00:00Z\", \"messageId\": \"m\"}");
            assertThat(
                            SesEvent.parse(json)
                                    .progress()
                                    .map(Progress::stage)
                                    .map(Enum::name)
                                    .orElse("none"))
                    .isEqualTo(stage);
        }
    }
}
