package dev.glidepath.infra;

import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.sqs.IQueue;
import software.amazon.awscdk.services.sqs.Queue;
import software.amazon.awscdk.services.sqs.QueueEncryption;
import software.constructs.Construct;

import java.util.List;

/// Where events go that nobody could deal with.
final class DeadLetters extends Construct {

    private final Queue undelivered;
    private final Queue failed;

    DeadLetters(Construct scope, String id) {
        super(scope, id);
        undelivered = queue("Undelivered");
        failed = queue("Failed");
    }

    /// Those that did not reach their function.
    IQueue undelivered() {
        return undelivered;
    }

    /// Those that a function failed on, each with its error.
    IQueue failed() {
        return failed;
    }

    List<Queue> all() {
        return List.of(undelivered, failed);
    }

    /// Kept as long as there is, for a person to look at.
    private Queue queue(String id) {
        var queue =
                Queue.Builder.create(this, id)
                        .encryption(QueueEncryption.SQS_MANAGED)
                        .enforceSsl(true)
                        .retentionPeriod(Duration.days(14))
                        .build();
        Reasons.allow(
                queue,
                "AwsSolutions-SQS3",
                "It is a dead-letter queue itself: of schedules, a rule, a topic and functions.");
        return queue;
    }
}
