package dev.glidepath.collect.function;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;
import com.amazonaws.services.lambda.runtime.serialization.events.LambdaEventSerializers;
import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;

import dev.glidepath.collect.CollectRequest;
import dev.glidepath.runtime.Trigger;

import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/// Whatever JSON reaches collect: a request, refused in one line, or no event to Lambda's own
/// reader.
class CollectEventFuzzTest {

    @MethodSource("events")
    @FuzzTest(maxDuration = "3m")
    void isARequestOrRefused(@NotNull String json) {
        ScheduledEvent event;
        try {
            event =
                    LambdaEventSerializers.serializerFor(
                                    ScheduledEvent.class, getClass().getClassLoader())
                            .fromJson(json);
        } catch (RuntimeException _) {
            return;
        }
        try {
            assertThat(CollectRequest.of(Trigger.of(event))).isNotNull();
        } catch (IllegalArgumentException e) {
            assertThat(e.getMessage()).isNotBlank().hasLineCount(1).hasSizeLessThan(400);
        }
    }

    static Stream<String> events() throws IOException {
        var root = Path.of(System.getProperty("glidepath.root"), "events");
        var files = Stream.<String>builder();
        try (var all = Files.newDirectoryStream(root, "collect-*.json")) {
            for (var file : all) {
                files.add(Files.readString(file));
            }
        }
        var periods =
                "{\"detail-type\":\"Collect Periods\",\"time\":\"2026-05-13T05:00:00Z\",\"detail\":{\"from\":%s,\"to\":%s}}";
        return Stream.concat(
                files.build(),
                Stream.of(
                        periods.formatted("\"+999999999-12\"", "\"-999999999-01\""),
                        periods.formatted("\"2026-13\"", "\"2026-01\\nBcc\""),
                        periods.formatted("\"" + "9".repeat(100_000) + "\"", "7"),
                        periods.formatted("{}", "[]"),
                        periods.formatted("1e999999999", "null"),
                        "[".repeat(10_000),
                        "{\"detail-type\":\"Collect Daily\",\"time\":\"+999999999-12-31T00:00:00Z\"}"));
    }
}
