package dev.glidepath.digest.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;

import org.junit.jupiter.params.provider.MethodSource;

import java.util.stream.Stream;

/// Whatever a notification's message holds, it is an event of SES or refused in one line.
class SesEventFuzzTest {

    private static final String SEND =
            """
            {"eventType":"%s","mail":{"timestamp":"2026-05-13T05:00:00.000Z","messageId":"m-1",
             "tags":{"glidepath-outbox":["%s"]}},"bounce":{"bounceType":"Permanent",
             "bounceSubType":"General","timestamp":"2026-05-13T05:00:00.000Z"},
             "complaint":{"complaintFeedbackType":"abuse","timestamp":"2026-05-13T05:00:00.000Z"},
             "delivery":{"timestamp":"2026-05-13T05:00:00.000Z"},"reject":{"reason":"Bad content"}}
            """;

    @MethodSource("messages")
    @FuzzTest(maxDuration = "3m")
    void isAnEventOrRefused(@NotNull String message) {
        try {
            assertThat(SesEvent.parse(message).type()).isNotBlank();
        } catch (IllegalArgumentException e) {
            assertThat(e.getMessage()).isNotBlank().hasLineCount(1).hasSizeLessThan(400);
        }
    }

    static Stream<String> messages() {
        return Stream.concat(
                Stream.of("Send", "Delivery", "Bounce", "Complaint", "Reject", "Rendering Failure")
                        .flatMap(
                                type ->
                                        Stream.of("", "2026-W19.0123456789abcdef.1", "a\\nb")
                                                .map(id -> SEND.formatted(type, id))),
                Stream.of(
                        "{\"eventType\":[\"Send\"],\"mail\":{}}",
                        SEND.formatted("Send", "x").replace("2026-05-13", "+999999999-12-31"),
                        SEND.formatted("Send", "x").replace("2026-05-13T05", "a\\nb"),
                        "[".repeat(100_000),
                        "{\"eventType\":1e999999999,\"mail\":{}}",
                        "{\"mail\":{\"timestamp\":1e400}}"));
    }
}
