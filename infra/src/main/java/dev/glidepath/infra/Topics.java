package dev.glidepath.infra;

import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.kms.Key;
import software.amazon.awscdk.services.sns.Topic;
import software.constructs.Construct;

import java.util.List;
import java.util.Map;

/// Encrypted topics that one AWS service of this account publishes to, and nobody else. SNS's own
/// key cannot be opened to other services: so they have one here.
final class Topics extends Construct {

    private final Key key;

    Topics(Construct scope, String id) {
        super(scope, id);
        key =
                Key.Builder.create(this, "Key")
                        .description("Glidepath: alarms, and what became of the mails")
                        .enableKeyRotation(true)
                        .removalPolicy(RemovalPolicy.DESTROY)
                        .build();
    }

    Topic topic(Construct scope, String id, String title, String service) {
        var topic =
                Topic.Builder.create(scope, id)
                        .displayName(title)
                        .masterKey(key)
                        .enforceSsl(true)
                        .build();
        var principal = new ServicePrincipal(service);
        var ofThisAccount =
                Map.of(
                        "StringEquals",
                        Map.of("aws:SourceAccount", Stack.of(this).getAccount()));
        topic.addToResourcePolicy(
                PolicyStatement.Builder.create()
                        .principals(List.of(principal))
                        .actions(List.of("sns:Publish"))
                        .resources(List.of(topic.getTopicArn()))
                        .conditions(ofThisAccount)
                        .build());
        // In a key's own policy, * is that key.
        key.addToResourcePolicy(
                PolicyStatement.Builder.create()
                        .principals(List.of(principal))
                        .actions(List.of("kms:Decrypt", "kms:GenerateDataKey"))
                        .resources(List.of("*"))
                        .conditions(ofThisAccount)
                        .build());
        return topic;
    }
}
