package dev.glidepath.local.faults;

import java.nio.charset.StandardCharsets;

/// What can happen to a request on its way.
enum Fault {
    NONE,
    /// Refused by the service, which has too much to do.
    THROTTLED,
    /// Refused with a 500.
    SERVER_ERROR,
    /// Answered late.
    SLOW,
    /// Never arrives: the connection is reset.
    RESET,
    /// Arrives and takes effect, and nobody hears of it.
    ANSWER_LOST,
    /// Arrives and takes effect; the answer breaks off in its middle.
    ANSWER_CUT,
    /// Of a batch, only the first half is done. Other requests pass.
    HALF_A_BATCH;

    /// As the service says that it has too much to do, or that it is broken.
    byte[] refusal(String service) {
        boolean throttled = this == THROTTLED;
        return switch (service) {
            case "dynamodb" ->
                    answer(
                            throttled ? 400 : 500,
                            "{\"__type\":\"com.amazonaws.dynamodb.v20120810#%s\",\"message\":\"-\"}"
                                    .formatted(
                                            throttled
                                                    ? "ProvisionedThroughputExceededException"
                                                    : "InternalServerError"));
            case "s3" ->
                    answer(
                            throttled ? 503 : 500,
                            "<Error><Code>%s</Code><Message>-</Message></Error>"
                                    .formatted(throttled ? "SlowDown" : "InternalError"));
            default ->
                    answer(
                            throttled ? 400 : 500,
                            "<ErrorResponse><Error><Code>%s</Code><Message>%s</Message></Error></ErrorResponse>"
                                    .formatted(
                                            throttled ? "Throttling" : "InternalFailure",
                                            "Maximum sending rate exceeded."));
        };
    }

    static byte[] answer(int status, String body) {
        return "HTTP/1.1 %d -\r\nContent-Type: text/plain\r\nContent-Length: %d\r\nConnection: close\r\n\r\n%s"
                .formatted(status, body.getBytes(StandardCharsets.UTF_8).length, body)
                .getBytes(StandardCharsets.UTF_8);
    }
}
