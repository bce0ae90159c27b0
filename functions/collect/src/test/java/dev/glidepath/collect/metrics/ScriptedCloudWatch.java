package dev.glidepath.collect.metrics;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/// A CloudWatch that answers what a test says, one answer after another, the last of them for ever:
/// pages, partial answers and throttling, none of which moto does.
final class ScriptedCloudWatch implements AutoCloseable {

    /// @param status of HTTP
    record Answer(int status, String xml) {

        static Answer error(String code, String message) {
            return new Answer(
                    400,
                    "<ErrorResponse><Error><Type>Sender</Type><Code>%s</Code><Message>%s</Message></Error></ErrorResponse>"
                            .formatted(code, message));
        }

        /// @param next empty on the last page
        static Answer page(String next, String... results) {
            return new Answer(
                    200,
                    "<GetMetricDataResponse xmlns=\"http://monitoring.amazonaws.com/doc/2010-08-01/\"><GetMetricDataResult><MetricDataResults>"
                            + String.join("", results)
                            + "</MetricDataResults>"
                            + (next.isEmpty() ? "" : "<NextToken>" + next + "</NextToken>")
                            + "</GetMetricDataResult></GetMetricDataResponse>");
        }

        static String result(String id, String status, String... daysAndValues) {
            var times = new StringBuilder();
            var values = new StringBuilder();
            for (int i = 0; i < daysAndValues.length; i += 2) {
                times.append("<member>%sT00:00:00Z</member>".formatted(daysAndValues[i]));
                values.append("<member>%s</member>".formatted(daysAndValues[i + 1]));
            }
            return "<member><Id>%s</Id><StatusCode>%s</StatusCode><Timestamps>%s</Timestamps><Values>%s</Values></member>"
                    .formatted(id, status, times, values);
        }
    }

    private final HttpServer server;
    private final Queue<Function<String, Answer>> answers;

    /// The bodies of the requests, decoded.
    final List<String> asked = new CopyOnWriteArrayList<>();

    ScriptedCloudWatch(Answer... answers) {
        this(List.of(answers).stream().<Function<String, Answer>>map(a -> _ -> a).toList());
    }

    ScriptedCloudWatch(List<Function<String, Answer>> answers) {
        this.answers = new ArrayDeque<>(answers);
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::handle);
        server.start();
    }

    CloudWatchClient client() {
        return CloudWatchClient.builder()
                .endpointOverride(URI.create("http://127.0.0.1:" + server.getAddress().getPort()))
                .region(Region.US_EAST_1)
                .credentialsProvider(
                        StaticCredentialsProvider.create(AwsBasicCredentials.create("a", "b")))
                .httpClient(UrlConnectionHttpClient.create())
                .build();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.US_ASCII);
        asked.add(URLDecoder.decode(body, StandardCharsets.UTF_8));
        var answer =
                (answers.size() > 1 ? answers.remove() : answers.element()).apply(asked.getLast());
        var bytes = answer.xml().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/xml");
        exchange.sendResponseHeaders(answer.status(), bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
