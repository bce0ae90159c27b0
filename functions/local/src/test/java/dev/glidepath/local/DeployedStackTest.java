package dev.glidepath.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.lambda.LambdaClient;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/// Asking a deployed function, of whom a script plays Lambda.
class DeployedStackTest {

    private record Answer(int status, String error, String body) {}

    private final Deque<Answer> answers = new ArrayDeque<>();
    private final List<String> asked = new ArrayList<>();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/",
                exchange -> {
                    asked.add(
                            new String(
                                    exchange.getRequestBody().readAllBytes(),
                                    StandardCharsets.UTF_8));
                    var answer = answers.remove();
                    var bytes = answer.body().getBytes(StandardCharsets.UTF_8);
                    if (!answer.error().isEmpty()) {
                        exchange.getResponseHeaders().add("X-Amz-Function-Error", answer.error());
                    }
                    if (answer.status() == 429) {
                        exchange.getResponseHeaders()
                                .add("x-amzn-ErrorType", "TooManyRequestsException");
                    }
                    exchange.sendResponseHeaders(answer.status(), bytes.length);
                    exchange.getResponseBody().write(bytes);
                    exchange.close();
                });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void anAnswerIsRead() {
        answers.add(new Answer(200, "", "{\"recorded\":1}"));
        assertThat(ask().path("recorded").asInt()).isEqualTo(1);
        assertThat(asked)
                .singleElement()
                .asString()
                .contains(
                        "\"detail-type\":\"Collect Periods\"", "\"detail\":{\"from\":\"2026-04\"}");
    }

    @Test
    void itWaitsForItsTurnAndAsksOnceMore() {
        answers.add(new Answer(429, "", "{}"));
        answers.add(new Answer(429, "", "{}"));
        answers.add(new Answer(200, "", "{\"recorded\":0}"));
        assertThat(ask().path("recorded").asInt()).isZero();
        assertThat(asked).hasSize(3);
    }

    /// After a quarter of an hour, with the waits as they are.
    @Test
    void oneThatNeverHasItsTurnGivesUp() {
        for (int i = 0; i < 91; i++) {
            answers.add(new Answer(429, "", "{}"));
        }
        assertThatThrownBy(this::ask)
                .hasMessage("collect is busy with other runs; try again later");
        assertThat(asked).hasSize(90);
    }

    @Test
    void whatTheFunctionSaysOfItsFailureIsSaid() {
        answers.add(new Answer(200, "Unhandled", "{\"errorMessage\":\"1 refused: a.csv:7\"}"));
        assertThatThrownBy(this::ask).hasMessage("collect failed: 1 refused: a.csv:7");
        assertThat(asked).hasSize(1);
    }

    /// Asking again by itself would run the function twice.
    @Test
    void aFaultOfLambdaIsNotAskedAgain() {
        answers.add(new Answer(500, "", "{}"));
        assertThatThrownBy(this::ask).isNotNull();
        assertThat(asked).hasSize(1);
    }

    private JsonNode ask() {
        var credentials = AwsBasicCredentials.create("1", "2");
        var lambda =
                Invoked.once(
                        LambdaClient.builder()
                                .endpointOverride(
                                        URI.create(
                                                "http://127.0.0.1:"
                                                        + server.getAddress().getPort()))
                                .region(Region.US_EAST_1)
                                .credentialsProvider(
                                        StaticCredentialsProvider.create(credentials)));
        try (var collect = new Invoked(lambda, "collect", Duration.ofMillis(5))) {
            return collect.ask("Collect Periods", Map.of("from", "2026-04"));
        }
    }
}
