package dev.glidepath.local;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

import dev.glidepath.store.Pause;

import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.LambdaClientBuilder;
import software.amazon.awssdk.services.lambda.model.TooManyRequestsException;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/// A deployed function that is asked and waited for, as long as Lambda lets it run. A request is
/// made once: asking again by itself would run it twice. While another run has the function to
/// itself, this one waits.
///
/// @param busy how long it waits then
record Invoked(LambdaClient lambda, String function, Duration busy) implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration LONGEST_RUN = Duration.ofMinutes(16);
    private static final Duration BUSY = Duration.ofSeconds(10);
    private static final int PATIENCE = 90;

    static Invoked of(String function) {
        return new Invoked(once(LambdaClient.builder()), function, BUSY);
    }

    /// A client that makes one request per call, and waits for a whole run.
    static LambdaClient once(LambdaClientBuilder builder) {
        return builder.httpClient(
                        UrlConnectionHttpClient.builder().socketTimeout(LONGEST_RUN).build())
                .overrideConfiguration(
                        o ->
                                o.retryStrategy(AwsRetryStrategy.doNotRetry())
                                        .apiCallTimeout(LONGEST_RUN))
                .build();
    }

    /// @param kind the event's `detail-type`
    /// @throws IllegalStateException with the function's own words, when it failed
    JsonNode ask(String kind, Map<String, String> detail) {
        var event = new LinkedHashMap<String, Object>();
        event.put("version", "0");
        event.put("source", "glidepath.person");
        event.put("detail-type", kind);
        event.put("time", Instant.now().toString());
        event.put("detail", detail);
        for (int tried = 1; ; tried++) {
            try {
                return answer(Printed.json(event));
            } catch (TooManyRequestsException e) {
                if (tried == PATIENCE) {
                    throw new IllegalStateException(
                            function + " is busy with other runs; try again later", e);
                }
                Pause.sleep(busy);
            }
        }
    }

    private JsonNode answer(String event) {
        var response =
                lambda.invoke(
                        r -> r.functionName(function).payload(SdkBytes.fromUtf8String(event)));
        try {
            var answer = JSON.readTree(response.payload().asUtf8String());
            if (response.functionError() != null) {
                throw new IllegalStateException(
                        "%s failed: %s"
                                .formatted(
                                        function,
                                        answer.path("errorMessage").asText("its log says why")));
            }
            return answer;
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(function + " did not answer with JSON", e);
        }
    }

    @Override
    public void close() {
        lambda.close();
    }
}
