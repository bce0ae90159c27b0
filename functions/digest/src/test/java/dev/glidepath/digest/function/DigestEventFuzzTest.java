package dev.glidepath.digest.function;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.SNSEvent;
import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;
import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;

import dev.glidepath.store.embedded.EmbeddedTable;

import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// Whatever JSON reaches the digest's functions: answered, refused in one line, or no event to
/// Lambda's own reader.
class DigestEventFuzzTest {

    private static final EmbeddedTable TABLE = EmbeddedTable.inMemory();

    @MethodSource("events")
    @FuzzTest(maxDuration = "3m")
    void isAnsweredOrRefused(@NotNull String json) {
        var here = Installation.at(TABLE.client(), EmbeddedTable.NAME);
        given(json, ScheduledEvent.class, e -> here.digest().handleRequest(e, here.told));
        given(json, SNSEvent.class, e -> here.feedback().handleRequest(e, here.told));
    }

    private static <E> void given(String json, Class<E> type, Consumer<E> run) {
        E event;
        try {
            event = Events.read(json, type);
        } catch (RuntimeException _) {
            return;
        }
        try {
            run.accept(event);
        } catch (IllegalArgumentException e) {
            assertThat(e.getMessage()).isNotBlank().hasLineCount(1).hasSizeLessThan(400);
        }
    }

    static Stream<String> events() throws IOException {
        var root = Path.of(System.getProperty("glidepath.root"), "events");
        var files = Stream.<String>builder();
        try (var all = Files.newDirectoryStream(root, "{digest,feedback}-*.json")) {
            for (var file : all) {
                files.add(Files.readString(file));
            }
        }
        files.add(
                "{\"detail-type\":\"Digest Due\",\"time\":\"20265-04-29T00:50:00Z\",\"detail\":{}}");
        return Stream.concat(
                files.build(),
                Stream.of("+999999999-W01", "0000-W01", "2026-W54", "2026-W19\\nBcc: x", "9999-W52")
                        .map(
                                week ->
                                        "{\"detail-type\":\"Digest Requested\",\"time\":\"2026-05-13T05:00:00Z\",\"detail\":{\"week\":\""
                                                + week
                                                + "\"}}"));
    }
}
