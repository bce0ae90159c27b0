package dev.glidepath.digest.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.events.SNSEvent;
import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;
import com.fasterxml.jackson.databind.json.JsonMapper;

import dev.glidepath.digest.feedback.Feedback;
import dev.glidepath.store.SnapshotTable;
import dev.glidepath.store.embedded.EmbeddedTable;
import dev.glidepath.store.outbox.Outbox;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Map;

class MalformedEventsTest {

    private static final String TABLE = "malformed";
    private static EmbeddedTable database;

    @BeforeAll
    static void open() {
        database = EmbeddedTable.inMemory();
        SnapshotTable.create(database.client(), TABLE);
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "null",
                "{\"week\": \"2026-W19\"}",
                "{\"detail-type\": \"Digest Due\"}",
                "{\"detail-type\": \"Digest Due\", \"time\": null, \"detail\": {}}",
                "{\"detail-type\": \"Collect Daily\", \"time\": \"2026-05-13T05:00:00Z\"}",
                "{\"detail-type\": \"Digest Requested\", \"time\": \"2026-05-13T05:00:00Z\"}",
                "{\"detail-type\": \"Digest Requested\", \"time\": \"2026-05-13T05:00:00Z\", \"detail\": null}",
                "{\"detail-type\": \"Digest Requested\", \"time\": \"2026-05-13T05:00:00Z\", \"detail\": {\"week\": 19}}",
                "{\"detail-type\": \"Digest Requested\", \"time\": \"2026-05-13T05:00:00Z\", \"detail\": {\"week\": \"last\"}}",
                "{\"detail-type\": \"Digest Preview\", \"time\": \"2026-05-13T05:00:00Z\", \"detail\": {\"week\": \"2026-W60\"}}",
                "{\"detail-type\": \"Digest Preview\", \"time\": \"2026-05-13T05:00:00Z\", \"detail\": {\"week\": \"2026-W19\", \"to\": []}}"
            })
    void aTriggerThatIsNoneIsRefusedInOneLine(String json) {
        var here = Installation.at(database.client(), TABLE);
        var event = Events.read(json, ScheduledEvent.class);

        assertThatThrownBy(() -> here.digest().handleRequest(event, here.told))
                .isInstanceOf(IllegalArgumentException.class)
                .message()
                .isNotBlank()
                .doesNotContain("\n", "null");
        assertThat(here.posted).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "finance@example.com said no",
                "{\"eventType\": \"Bounce\", \"mail\": {\"destination\": [\"finance@example.com\"",
                "null",
                "[]",
                "{}",
                "{\"eventType\": \"Send\"}",
                "{\"mail\": {}}",
                "{\"eventType\": \"Send\", \"mail\": {}}",
                "{\"eventType\": \"Send\", \"mail\": \"finance@example.com\"}",
                "{\"eventType\": \"Delivery\", \"mail\": {}, \"delivery\": {\"timestamp\": \"soon\"}}",
                "{\"eventType\": \"Bounce\", \"mail\": {\"timestamp\": \"2026-05-13T05:00:00Z\"}}"
            })
    void aMessageThatIsNoneIsRefusedInOneLine(String message) {
        assertThatThrownBy(() -> feedback(message))
                .isInstanceOf(IllegalArgumentException.class)
                .message()
                .isNotBlank()
                .doesNotContain("\n", "@");
    }

    @Test
    void aNotificationWithoutRecordsOrMessagesIsRefusedInOneLine() {
        var here = Installation.at(database.client(), TABLE);
        for (var json :
                List.of(
                        "null",
                        "{}",
                        "{\"Records\": null}",
                        "{\"Records\": [{\"Sns\": {}}]}",
                        "{\"Records\": [{}]}")) {
            var event = Events.read(json, SNSEvent.class);
            assertThatThrownBy(() -> here.feedback().handleRequest(event, here.told))
                    .as(json)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageNotContaining("\n");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"eventType\": \"Send\", \"mail\": {\"timestamp\": \"2026-05-13T05:00:00Z\"}}",
                "{\"eventType\": \"Send\", \"mail\": {\"timestamp\": \"2026-05-13T05:00:00Z\", \"tags\": {\"glidepath-outbox\": []}}}",
                "{\"eventType\": \"Send\", \"mail\": {\"timestamp\": \"2026-05-13T05:00:00Z\", \"tags\": {\"glidepath-outbox\": [\"x\"]}}}",
                "{\"notificationType\": \"Delivery\", \"delivery\": {\"timestamp\": \"2026-05-13T05:00:00Z\"}, \"mail\": {}}",
                "{\"eventType\": \"Open\", \"mail\": {}, \"open\": {\"userAgent\": \"x\"}}",
                "{\"eventType\": \"Invented Tomorrow\", \"mail\": {\"tags\": {}}, \"new\": {}}"
            })
    void anEventOfAMailThatIsNotOursIsPassedOver(String message) throws Exception {
        assertThat(feedback(message)).isEqualTo(Map.of("untagged", 1L));
    }

    private static Map<String, Long> feedback(String message) throws Exception {
        var json =
                new JsonMapper()
                        .writeValueAsString(
                                Map.of(
                                        "Records",
                                        List.of(Map.of("Sns", Map.of("Message", message)))));
        var notes = new FeedbackNotes(new Feedback(new Outbox(database.client(), TABLE)), _ -> {});
        return new FeedbackHandler(notes)
                .handleRequest(Events.read(json, SNSEvent.class), new Told());
    }
}
