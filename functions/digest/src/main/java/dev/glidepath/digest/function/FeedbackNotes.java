package dev.glidepath.digest.function;

import com.amazonaws.services.lambda.runtime.events.SNSEvent;
import com.amazonaws.services.lambda.runtime.events.SNSEvent.SNSRecord;

import dev.glidepath.digest.feedback.Feedback;
import dev.glidepath.runtime.Health;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What SES told through SNS, noted.
record FeedbackNotes(Feedback feedback, Health health) {

    Map<String, Long> take(@Nullable SNSEvent event) {
        var noting = feedback.note(messages(event));
        health.report(noting.health());
        return noting.counts();
    }

    private static List<String> messages(@Nullable SNSEvent event) {
        if (event == null || event.getRecords() == null) {
            throw new IllegalArgumentException(
                    "this is no notification of SNS: it has no \"Records\"; see"
                            + " events/feedback-delivery.json");
        }
        return event.getRecords().stream().map(FeedbackNotes::message).toList();
    }

    private static String message(@Nullable SNSRecord record) {
        return Optional.ofNullable(record)
                .map(SNSRecord::getSNS)
                .map(SNSEvent.SNS::getMessage)
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "a record of this notification has no \"Message\""));
    }
}
