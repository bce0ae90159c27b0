package dev.glidepath.trends.function;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;

import dev.glidepath.core.plan.PlanFile;
import dev.glidepath.store.Snapshots;
import dev.glidepath.store.embedded.EmbeddedTable;
import dev.glidepath.trends.answer.Answers;

import org.junit.jupiter.params.provider.MethodSource;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.stream.Stream;

/// Whatever reaches the trends' function, as a question, from a dashboard or with an address.
class TrendsEventFuzzTest {

    private static final Path ROOT = Path.of(System.getProperty("glidepath.root"));
    private static final TrendsHandler HANDLER = handler();

    @MethodSource("events")
    @FuzzTest(maxDuration = "3m")
    void isAnsweredOrRefused(byte[] event) throws IOException {
        var answer = new ByteArrayOutputStream();
        try {
            HANDLER.handleRequest(new ByteArrayInputStream(event), answer, new LoggedContext());
            assertThat(answer.size()).isPositive();
        } catch (IllegalArgumentException e) {
            assertThat(e.getMessage()).isNotBlank().hasLineCount(1).hasSizeLessThan(1_000);
        }
    }

    static Stream<byte[]> events() throws IOException {
        var files = Stream.<String>builder();
        try (var all = Files.newDirectoryStream(ROOT.resolve("events"), "trends-*.json")) {
            for (var file : all) {
                files.add(Files.readString(file));
            }
        }
        var context = "{\"widgetContext\":{\"timeRange\":{\"start\":%s,\"end\":%s},\"theme\":{}}}";
        var call =
                "{\"requestContext\":{\"http\":{\"method\":\"GET\"},\"authorizer\":{\"iam\":{}}},"
                        + "\"rawPath\":\"/trends.csv\",\"rawQueryString\":\"%s\"}";
        return Stream.concat(
                        files.build(),
                        Stream.of(
                                context.formatted("-9223372036854775808", "9223372036854775807"),
                                context.formatted("1e999999999", "1e400"),
                                context.formatted("0", "8640000000000000"),
                                call.formatted("from=0001-01-01&to=9999-12-31&grain=day"),
                                call.formatted("scope=%00%0a&asOf=%2B1000000000-12-31T00:00:00Z"),
                                call.formatted("asOf=-1000000000-01-01T00:00:00Z"),
                                call.formatted("from=%F0%9F&to=%zz"),
                                "{\"from\":\"2026-01-01\",\"from\":\"2026-01-02\"}",
                                "{\"format\":\"csv\"} {}",
                                "{\0\0\0\"iv\"",
                                "{\"a\":".repeat(5_000),
                                "[".repeat(100_000)))
                .map(text -> text.getBytes(StandardCharsets.UTF_8));
    }

    private static TrendsHandler handler() {
        try {
            var yaml = Files.readString(ROOT.resolve("infra/plan/operational-excellence.yaml"));
            var plan = ((PlanFile.Valid) PlanFile.read(yaml)).plan();
            var table = EmbeddedTable.inMemory();
            var snapshots = new Snapshots(table.client(), EmbeddedTable.NAME);
            var now = Instant.parse("2026-05-13T05:00:00Z");
            return new TrendsHandler(new Answers(snapshots, plan, () -> now));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
