package dev.glidepath.collect.function;

import static dev.glidepath.collect.ExportFolder.DELIVERED;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;
import com.amazonaws.services.lambda.runtime.logging.LogLevel;
import com.amazonaws.services.lambda.runtime.serialization.events.LambdaEventSerializers;

import dev.glidepath.collect.Collect;
import dev.glidepath.collect.CollectRun;
import dev.glidepath.collect.ExportFolder;
import dev.glidepath.collect.export.BucketPrefix;
import dev.glidepath.collect.export.FolderBucket;
import dev.glidepath.store.Snapshots;
import dev.glidepath.store.embedded.EmbeddedTable;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Through the serializer of Lambda's own runtime.
class CollectHandlerTest {

    private static final Path EVENTS = Path.of(System.getProperty("glidepath.root"), "events");

    @TempDir Path bucket;
    @TempDir Path scratch;

    private final List<String> logged = new ArrayList<>();
    private EmbeddedTable table;
    private CollectHandler handler;

    @BeforeEach
    void makeExports() {
        var exports = new ExportFolder(bucket, "exports/");
        for (var period : List.of("2026-01", "2026-02", "2026-03", "2026-04", "2026-05")) {
            exports.execution("cur2-org", period, "2026-05-12T03:00:00.000Z-1", "10");
        }
        table = EmbeddedTable.inMemory();
        handler =
                new CollectHandler(
                        new CollectRun(
                                new CollectRun.Source(
                                        new FolderBucket(bucket),
                                        BucketPrefix.of("s3://glidepath-billing/exports/")),
                                new Collect(
                                        new Snapshots(table.client(), EmbeddedTable.NAME), scratch),
                                Collect.Rules.NONE,
                                _ -> {},
                                () -> DELIVERED));
    }

    @AfterEach
    void close() {
        table.close();
    }

    @Test
    void answersEveryEventOfItsOwn() throws IOException {
        assertThat(answer("collect-daily.json")).isEqualTo(counts(2, 0));
        assertThat(answer("collect-manifest.json")).isEqualTo(counts(0, 1));
        assertThat(answer("collect-periods.json")).isEqualTo(counts(2, 2));
        for (var event : List.of("collect-queries.json", "collect-query-ended.json")) {
            assertThat(answer(event)).containsEntry("nothing", "no query is under way");
        }
        assertThat(logged)
                .containsExactly(
                        "INFO 2 recorded, 0 unchanged, 0 superseded, 0 under way",
                        "INFO 0 recorded, 1 unchanged, 0 superseded, 0 under way",
                        "INFO 2 recorded, 2 unchanged, 0 superseded, 0 under way",
                        "INFO nothing to do: no query is under way",
                        "INFO nothing to do: no query is under way");
        try (var files = Files.newDirectoryStream(EVENTS, "collect-*")) {
            assertThat(files).hasSize(5);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    null | this is no event: it has no "detail-type"
                    {} | this is no event: it has no "detail-type"
                    [] | this is no event: it has no "detail-type"
                    {"time": "2026-05-13T05:00:00Z"} | this is no event: it has no "detail-type"
                    {"detail-type": "Collect Daily"} | the event "Collect Daily" has no "time"
                    {"detail-type": "Collect Daily", "time": null} | the event "Collect Daily" has no "time"
                    {"detail-type": "Digest Due", @} | collect does not know the event "Digest Due"; send a "Collect Daily"
                    {"detail-type": 7, @} | the event's "detail-type" is no words; send one of those in events/
                    {"detail-type": "Object Created", @} | the event "Object Created" has no text "bucket": {"name": …} in its detail
                    {"detail-type": "Object Created", @, "detail": null} | has no text "bucket": {"name": …}
                    {"detail-type": "Object Created", @, "detail": {"bucket": "b", "object": {"key": "k"}}} | has no text "bucket": {"name": …}
                    {"detail-type": "Object Created", @, "detail": {"bucket": {"name": "b"}, "object": {"key": ["k"]}}} | has no text "object": {"key": …}
                    {"detail-type": "Object Created", @, "detail": {"bucket": {"name": "evil"}, "object": {"key": "exports/a"}}} | s3://evil/exports/a: is not below s3://glidepath-billing/exports/
                    {"detail-type": "Object Created", @, "detail": {"bucket": {"name": "glidepath-billing"}, "object": {"key": "other/a"}}} | s3://glidepath-billing/other/a: is not below
                    {"detail-type": "Object Created", @, "detail": {"bucket": {"name": "glidepath-billing"}, "object": {"key": "exports/../a"}}} | s3://glidepath-billing/exports/../a: is not below
                    {"detail-type": "Collect Periods", @} | the event "Collect Periods": "from" in its detail is ""; write a month such as 2026-04
                    {"detail-type": "Collect Periods", @, "detail": {"from": "2026-13", "to": "2026-14"}} | "from" in its detail is "2026-13"; write a month such as 2026-04
                    {"detail-type": "Collect Periods", @, "detail": {"from": "2026-01", "to": "2026-4"}} | "to" in its detail is "2026-4"; write a month such as 2026-04
                    {"detail-type": "Collect Periods", @, "detail": {"from": 202601, "to": 202604}} | "from" in its detail is no text
                    {"detail-type": "Collect Periods", @, "detail": {"from": "2026-04", "to": "2026-01"}} | the event asks for 2026-04 to 2026-01; write the earlier month as "from"
                    """)
    void refusesWhatIsNoEventOfIts(String json, String message) {
        var event = json.replace("@", "\"time\": \"2026-05-13T05:00:00Z\"");
        assertThatThrownBy(() -> answer(event.getBytes(StandardCharsets.UTF_8)))
                .message()
                .contains(message)
                .doesNotContain("\n");
        assertThat(logged).isEmpty();
    }

    private Map<String, Object> answer(String file) throws IOException {
        return answer(Files.readAllBytes(EVENTS.resolve(file)));
    }

    private Map<String, Object> answer(byte[] json) {
        var event =
                LambdaEventSerializers.serializerFor(
                                ScheduledEvent.class, getClass().getClassLoader())
                        .fromJson(new ByteArrayInputStream(json));
        return handler.handleRequest(event, context());
    }

    private static Map<String, Object> counts(long recorded, long unchanged) {
        return Map.of(
                "recorded",
                recorded,
                "unchanged",
                unchanged,
                "superseded",
                0L,
                "under way",
                0L,
                "values",
                0L);
    }

    private Context context() {
        LambdaLogger logger =
                new LambdaLogger() {
                    @Override
                    public void log(String text) {
                        logged.add(text);
                    }

                    @Override
                    public void log(String text, LogLevel level) {
                        logged.add(level + " " + text);
                    }

                    @Override
                    public void log(byte[] text) {
                        throw new UnsupportedOperationException();
                    }
                };
        return (Context)
                Proxy.newProxyInstance(
                        getClass().getClassLoader(),
                        new Class<?>[] {Context.class},
                        (_, _, _) -> logger);
    }
}
