package dev.glidepath.collect.s3;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/// An S3 that answers what a test says, one answer after another, the last of them for ever.
final class FaultyServer implements AutoCloseable {

    /// @param range as asked for, or null
    record Asked(@Nullable String range, @Nullable String ifMatch, @Nullable String owner) {}

    @FunctionalInterface
    interface Answer {
        void to(HttpExchange exchange) throws IOException;
    }

    private final HttpServer server;
    private final Queue<Answer> answers;
    final List<Asked> asked = new CopyOnWriteArrayList<>();

    FaultyServer(Answer... answers) {
        this.answers = new ArrayDeque<>(List.of(answers));
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::handle);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    S3Client client() {
        return S3Client.builder()
                .endpointOverride(URI.create("http://127.0.0.1:" + server.getAddress().getPort()))
                .region(Region.US_EAST_1)
                .crossRegionAccessEnabled(true)
                .credentialsProvider(
                        StaticCredentialsProvider.create(AwsBasicCredentials.create("a", "b")))
                .httpClient(
                        UrlConnectionHttpClient.builder()
                                .socketTimeout(Duration.ofMillis(500))
                                .build())
                .build();
    }

    /// All of the body, or what the range asks for.
    static Answer whole(byte[] body) {
        return exchange -> send(exchange, body, body.length, Map.of());
    }

    /// The same, broken off after so many bytes.
    static Answer cut(byte[] body, int after) {
        return exchange -> send(exchange, body, after, Map.of());
    }

    static Answer error(int status, String code, String message) {
        return exchange -> {
            var xml =
                    "<Error><Code>%s</Code><Message>%s</Message><RequestId>R1</RequestId></Error>"
                            .formatted(code, message)
                            .getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("x-amz-request-id", "R1");
            exchange.sendResponseHeaders(status, xml.length);
            exchange.getResponseBody().write(xml);
        };
    }

    static void send(HttpExchange exchange, byte[] body, int after, Map<String, String> headers)
            throws IOException {
        var range = exchange.getRequestHeaders().getFirst("Range");
        var ends = range == null ? new String[] {"0"} : range.substring(6).split("-");
        int from = Integer.parseInt(ends[0]);
        int end = ends.length > 1 ? Integer.parseInt(ends[1]) + 1 : body.length;
        var rest = Arrays.copyOfRange(body, from, end);
        headers.forEach(exchange.getResponseHeaders()::set);
        if (range != null) {
            exchange.getResponseHeaders()
                    .set("Content-Range", "bytes %d-%d/%d".formatted(from, end - 1, body.length));
        }
        exchange.sendResponseHeaders(range == null ? 200 : 206, rest.length);
        exchange.getResponseBody().write(rest, 0, Math.min(after, rest.length));
        exchange.getResponseBody().flush();
    }

    private void handle(HttpExchange exchange) throws IOException {
        var headers = exchange.getRequestHeaders();
        asked.add(
                new Asked(
                        headers.getFirst("Range"),
                        headers.getFirst("If-Match"),
                        headers.getFirst("x-amz-expected-bucket-owner")));
        var answer = answers.size() > 1 ? answers.remove() : answers.element();
        try (exchange) {
            answer.to(exchange);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
