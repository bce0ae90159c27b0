package dev.glidepath.doctor.check;

import com.sun.net.httpserver.HttpServer;

import dev.glidepath.runtime.Aws;

import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.regions.Region;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/// Answers what a test says, for what no stand-in can do. A request is known by a part of its
/// method, path and body; what no part fits is not allowed.
public final class ScriptedAws implements AutoCloseable {

    private record Answer(int status, String body) {}

    private static final Answer DENIED =
            new Answer(
                    403,
                    "<ErrorResponse><Error><Code>AccessDenied</Code><Message>User is not"
                            + " authorized to perform it</Message></Error></ErrorResponse>");

    private final Map<String, Answer> answers = new LinkedHashMap<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final HttpServer server;

    public ScriptedAws() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        server.createContext(
                "/",
                exchange -> {
                    var body =
                            new String(
                                    exchange.getRequestBody().readAllBytes(),
                                    StandardCharsets.UTF_8);
                    var asked =
                            exchange.getRequestMethod()
                                    + " "
                                    + exchange.getRequestURI()
                                    + " "
                                    + body;
                    requests.add(URLDecoder.decode(asked, StandardCharsets.UTF_8));
                    var answer =
                            answers.entrySet().stream()
                                    .filter(e -> asked.contains(e.getKey()))
                                    .map(Map.Entry::getValue)
                                    .findFirst()
                                    .orElse(DENIED);
                    var bytes = answer.body().getBytes(StandardCharsets.UTF_8);
                    if (answer.status() == 403 && exchange.getRequestURI().getPath().length() > 1) {
                        exchange.getResponseHeaders().add("x-amzn-ErrorType", "AccessDenied");
                    }
                    exchange.sendResponseHeaders(answer.status(), bytes.length);
                    exchange.getResponseBody().write(bytes);
                    exchange.close();
                });
        server.start();
    }

    public ScriptedAws with(String part, String body) {
        answers.put(part, new Answer(200, body));
        return this;
    }

    /// What it was asked, decoded.
    public List<String> requests() {
        return List.copyOf(requests);
    }

    /// Unless the test has said something else.
    ScriptedAws orElse(String part, String body) {
        answers.putIfAbsent(part, new Answer(200, body));
        return this;
    }

    /// `client(SesClient.builder())`, which asks once.
    public <B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>, C> C client(B builder) {
        var credentials = AwsBasicCredentials.create("1", "2");
        return Aws.client(
                builder.endpointOverride(
                                URI.create("http://127.0.0.1:" + server.getAddress().getPort()))
                        .region(Region.US_EAST_1)
                        .overrideConfiguration(o -> o.retryStrategy(AwsRetryStrategy.doNotRetry()))
                        .credentialsProvider(StaticCredentialsProvider.create(credentials)));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
