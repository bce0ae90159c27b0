package dev.glidepath.local.host;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;

import dev.glidepath.local.host.Outcome.Answered;
import dev.glidepath.local.host.Outcome.Failed;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/// Lambda's side of a function: it asks here for the next event and brings what came of it. See
/// "Using the Lambda runtime API" in the AWS Lambda Developer Guide.
final class RuntimeApi implements HttpHandler {

    private static final String ROOT = "/2018-06-01/runtime/";
    private static final String INVOCATION = ROOT + "invocation/";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final String function;
    private final BlockingQueue<Invocation> waiting = new LinkedBlockingQueue<>();
    private final Map<String, Invocation> running = new ConcurrentHashMap<>();
    private final CompletableFuture<Void> ready = new CompletableFuture<>();
    private final CountDownLatch asked = new CountDownLatch(1);
    private final CompletableFuture<Outcome> ended = new CompletableFuture<>();

    private record Invocation(
            String id, String event, Instant deadline, CompletableFuture<Outcome> outcome) {}

    RuntimeApi(String function) {
        this.function = function;
    }

    Outcome invoke(String event, Duration patience) {
        var invocation =
                new Invocation(
                        UUID.randomUUID().toString(),
                        event,
                        Instant.now().plus(patience),
                        new CompletableFuture<>());
        waiting.add(invocation);
        asked.countDown();
        return invocation
                .outcome()
                .applyToEither(ended, Function.identity())
                .completeOnTimeout(
                        new Failed("Sandbox.Timedout", "no answer within " + patience),
                        patience.toMillis(),
                        TimeUnit.MILLISECONDS)
                .join();
    }

    /// There will be no answer any more.
    void end(Failed why) {
        ended.complete(why);
        ready.complete(null);
    }

    /// Done when the function has started: it asks for an event, or waits as a snapshot.
    CompletableFuture<Void> ready() {
        return ready;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        var call = exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
        var body = exchange.getRequestBody().readAllBytes();
        switch (call) {
            case "GET " + INVOCATION + "next" -> next(exchange);
            case "GET " + ROOT + "restore/next" -> restore(exchange);
            case "POST " + ROOT + "init/error", "POST " + ROOT + "restore/error" -> {
                end(failed(body));
                exchange.sendResponseHeaders(202, -1);
            }
            default -> settle(exchange, call, body);
        }
    }

    private void next(HttpExchange exchange) throws IOException {
        ready.complete(null);
        var invocation = await(waiting::take);
        running.put(invocation.id(), invocation);
        var headers = exchange.getResponseHeaders();
        headers.set("Lambda-Runtime-Aws-Request-Id", invocation.id());
        headers.set(
                "Lambda-Runtime-Deadline-Ms", Long.toString(invocation.deadline().toEpochMilli()));
        headers.set(
                "Lambda-Runtime-Invoked-Function-Arn",
                "arn:aws:lambda:us-east-1:123456789012:function:" + function);
        headers.set("Lambda-Runtime-Trace-Id", "Root=1-00000000-000000000000000000000000");
        new Reply(200, "application/json", invocation.event()).send(exchange);
    }

    /// A snapshot is restored for the first event.
    private void restore(HttpExchange exchange) throws IOException {
        ready.complete(null);
        await(
                () -> {
                    asked.await();
                    return asked;
                });
        exchange.sendResponseHeaders(200, -1);
    }

    private void settle(HttpExchange exchange, String call, byte[] body) throws IOException {
        var parts = call.substring(call.lastIndexOf(' ') + 1).split("/", -1);
        var invocation = parts.length < 6 ? null : running.remove(parts[4]);
        if (invocation == null) {
            Reply.text(404, "no such call: " + call).send(exchange);
            return;
        }
        exchange.sendResponseHeaders(202, -1);
        invocation
                .outcome()
                .complete(
                        parts[5].equals("response")
                                ? new Answered(new String(body, StandardCharsets.UTF_8))
                                : failed(body));
    }

    private static Failed failed(byte[] body) throws IOException {
        JsonNode error = JSON.readTree(body);
        return new Failed(
                error.path("errorType").asText("Unknown"), error.path("errorMessage").asText(""));
    }

    private interface Wait<T> {
        T done() throws InterruptedException;
    }

    private static <T> T await(Wait<T> wait) throws IOException {
        try {
            return wait.done();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("the Runtime API is closed", e);
        }
    }
}
