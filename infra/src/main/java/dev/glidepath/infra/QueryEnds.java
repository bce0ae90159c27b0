package dev.glidepath.infra;

import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.events.EventField;
import software.amazon.awscdk.services.events.EventPattern;
import software.amazon.awscdk.services.events.Rule;
import software.amazon.awscdk.services.events.RuleTargetInput;
import software.amazon.awscdk.services.events.Schedule;
import software.amazon.awscdk.services.events.targets.LambdaFunction;
import software.amazon.awscdk.services.lambda.Function;
import software.constructs.Construct;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Runs collect when a query has ended. Athena tells that as well as it can: once an hour collect
/// looks itself, which also stops a query that runs too long.
final class QueryEnds extends Construct {

    private final Function collect;
    private final DeadLetters letters;

    QueryEnds(Construct scope, String id, String workgroup, Function collect, DeadLetters letters) {
        super(scope, id);
        this.collect = collect;
        this.letters = letters;
        Rule.Builder.create(this, "Rule")
                .description("Glidepath: a query of a billing export has ended")
                .eventPattern(
                        EventPattern.builder()
                                .source(List.of("aws.athena"))
                                .detailType(List.of("Athena Query State Change"))
                                .detail(ended(workgroup))
                                .build())
                .targets(List.of(target().build()))
                .build();
        Rule.Builder.create(this, "Hourly")
                .description("Glidepath: looks after queries of billing exports")
                .schedule(Schedule.rate(Duration.hours(1)))
                .targets(List.of(target().event(RuleTargetInput.fromObject(looking())).build()))
                .build();
    }

    private LambdaFunction.Builder target() {
        return LambdaFunction.Builder.create(collect)
                .deadLetterQueue(letters.undelivered())
                .maxEventAge(Duration.hours(6))
                .retryAttempts(10);
    }

    private static Map<String, Object> ended(String workgroup) {
        return new TreeMap<>(
                Map.of(
                        "currentState",
                        List.of("SUCCEEDED", "FAILED", "CANCELLED"),
                        "workgroupName",
                        List.of(workgroup)));
    }

    private static Map<String, Object> looking() {
        return new TreeMap<>(
                Map.of(
                        "version",
                        "0",
                        "id",
                        EventField.getEventId(),
                        "source",
                        "glidepath.schedule",
                        "detail-type",
                        "Collect Queries",
                        "time",
                        EventField.getTime(),
                        "detail",
                        Map.of()));
    }
}
