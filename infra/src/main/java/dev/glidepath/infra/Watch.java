package dev.glidepath.infra;

import dev.glidepath.infra.settings.Operation;

import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.cloudwatch.Alarm;
import software.amazon.awscdk.services.cloudwatch.actions.SnsAction;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.sns.Topic;
import software.amazon.awscdk.services.sns.subscriptions.EmailSubscription;
import software.constructs.Construct;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Tells one address what is wrong: that something failed, and that something did not happen.
final class Watch extends Construct {

    private final Topic topic;
    private final List<String> alarms = new ArrayList<>();

    Watch(
            Construct scope,
            String id,
            Operation operation,
            Topics topics,
            Functions functions,
            DeadLetters letters) {
        super(scope, id);
        topic = topics.topic(this, "Alarms", "Glidepath's alarms");
        topics.allowUsingKey(alarmsOfThisAccount());
        topic.addToResourcePolicy(
                alarmsOfThisAccount()
                        .actions(List.of("sns:Publish"))
                        .resources(List.of(topic.getTopicArn()))
                        .build());
        topic.addSubscription(new EmailSubscription(operation.alarmAddress()));
        functions.all().stream().filter(f -> f.task() != Task.DOCTOR).forEach(this::watch);
        letters.all().forEach(queue -> alarm(Watched.deadLetters(queue)));
        Health.watched().forEach(this::alarm);
    }

    private PolicyStatement.Builder alarmsOfThisAccount() {
        return PolicyStatement.Builder.create()
                .principals(List.of(new ServicePrincipal("cloudwatch.amazonaws.com")))
                .conditions(
                        Map.of(
                                "StringEquals",
                                Map.of("aws:SourceAccount", Stack.of(this).getAccount())));
    }

    /// By name.
    List<String> alarms() {
        return List.copyOf(alarms);
    }

    private void watch(TaskFunction function) {
        alarm(Watched.errors(function));
        alarm(Watched.throttles(function));
    }

    /// The name is what the mail's subject says.
    private void alarm(Watched watched) {
        var name = Stack.of(this).getStackName() + "-" + watched.id();
        Alarm.Builder.create(this, watched.id())
                .alarmName(name)
                .alarmDescription(
                        watched.description()
                                + " Runbook: docs/operations.md#"
                                + watched.id().toLowerCase(Locale.ROOT))
                .metric(watched.metric())
                .comparisonOperator(watched.limit().comparison())
                .threshold(watched.limit().value())
                .evaluationPeriods(watched.periods())
                .treatMissingData(watched.missing())
                .build()
                .addAlarmAction(new SnsAction(topic));
        alarms.add(name);
    }
}
