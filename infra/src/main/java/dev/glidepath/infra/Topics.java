package dev.glidepath.infra;

import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.kms.Key;
import software.amazon.awscdk.services.sns.Topic;
import software.constructs.Construct;

import java.util.List;

/// Encrypted topics that AWS services publish to. SNS's own key cannot be opened to them: so there
/// is one here.
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

    Topic topic(Construct scope, String id, String title) {
        return Topic.Builder.create(scope, id)
                .displayName(title)
                .masterKey(key)
                .enforceSsl(true)
                .build();
    }

    /// In a key's own policy, * is that key.
    void allowUsingKey(PolicyStatement.Builder publisher) {
        key.addToResourcePolicy(
                publisher
                        .actions(List.of("kms:Decrypt", "kms:GenerateDataKey"))
                        .resources(List.of("*"))
                        .build());
    }
}
