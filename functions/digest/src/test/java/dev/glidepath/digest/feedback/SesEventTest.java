package dev.glidepath.digest.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glidepath.store.outbox.Progress;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SesEventTest {

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
