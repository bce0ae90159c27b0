package dev.glidepath.infra;

import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.events.EventPattern;
import software.amazon.awscdk.services.events.Match;
import software.amazon.awscdk.services.events.Rule;
import software.amazon.awscdk.services.events.targets.LambdaFunction;
import software.constructs.Construct;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Collects a delivery as soon as its manifest lands, which comes after all of its files.
final class Landing extends Construct {

    Landing(Construct scope, String id, Exports exports, Functions functions, DeadLetters letters) {
        super(scope, id);
        var pattern =
                EventPattern.builder()
                        .source(List.of("aws.s3"))
                        .detailType(List.of("Object Created"))
                        .detail(manifests(exports))
                        .build();
        Rule.Builder.create(this, "Rule")
                .description("Glidepath: a billing export's manifest has landed")
                .eventPattern(pattern)
                .targets(
                        List.of(
                                LambdaFunction.Builder.create(functions.get(Task.COLLECT))
                                        .deadLetterQueue(letters.undelivered())
                                        .maxEventAge(Duration.hours(6))
                                        .retryAttempts(10)
                                        .build()))
                .build();
    }

    /// In the same order each time, as the template is to be the same bytes.
    private static Map<String, Object> manifests(Exports exports) {
        var key = Match.wildcard(exports.folder() + "*Manifest.json");
        return new TreeMap<>(
                Map.of(
                        "bucket", Map.of("name", List.of(exports.bucket().getBucketName())),
                        "object", Map.of("key", key)));
    }
}
