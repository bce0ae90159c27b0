package dev.glidepath.local.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glidepath.local.host.Outcome.Answered;
import dev.glidepath.local.host.Outcome.Failed;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;

/// Asked as a function asks.
class RuntimeApiTest {

    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final RuntimeApi api = new RuntimeApi("greets");
    private final Loopback server = Loopback.serving(api);

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void aFunctionIsToldHowLongItMayTakeAndItsAnswerIsGivenBack() throws Exception {
        var before = Instant.now();
        var outcome = CompletableFuture.supplyAsync(() -> api.invoke("\"Ada\"", PATIENCE));
        var next = sent(HttpRequest.newBuilder(at("next")).build());
        var deadline = Instant.ofEpochMilli(header(next, "Lambda-Runtime-Deadline-Ms"));
        assertThat(next.body()).isEqualTo("\"Ada\"");
        assertThat(deadline.plusMillis(1))
                .isBetween(before.plus(PATIENCE), Instant.now().plus(PATIENCE).plusMillis(1));

        var id = next.headers().firstValue("Lambda-Runtime-Aws-Request-Id").orElseThrow();
        assertThat(answered(id, "\"hello Ada\"")).isEqualTo(202);
        assertThat(outcome.join()).isEqualTo(new Answered("\"hello Ada\""));
    }

    @Test
    void patienceEnds() {
        var before = Instant.now();
        var timedOut = new Failed("Sandbox.Timedout", "no answer within PT0.3S");
        assertThat(api.invoke("\"Ada\"", Duration.ofMillis(300))).isEqualTo(timedOut);
        assertThat(Duration.between(before, Instant.now()))
                .isBetween(Duration.ofMillis(290), Duration.ofMinutes(1));
    }

    @Test
    void anAnswerToNothingIsRefused() throws Exception {
        assertThat(answered("no-such-call", "1")).isEqualTo(404);
    }

    private int answered(String id, String json) throws IOException, InterruptedException {
        var body = BodyPublishers.ofString(json);
        return sent(HttpRequest.newBuilder(at(id + "/response")).POST(body).build()).statusCode();
    }

    private URI at(String what) {
        return server.endpoint().resolve("/2018-06-01/runtime/invocation/" + what);
    }

    private static long header(HttpResponse<String> response, String name) {
        return response.headers().firstValueAsLong(name).orElseThrow();
    }

    private static HttpResponse<String> sent(HttpRequest request)
            throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request, BodyHandlers.ofString());
        }
    }
}
