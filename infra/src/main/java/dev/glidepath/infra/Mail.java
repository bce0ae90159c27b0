package dev.glidepath.infra;

import dev.glidepath.infra.settings.Mailing;

import software.amazon.awscdk.ArnComponents;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.ses.ConfigurationSet;
import software.amazon.awscdk.services.ses.ConfigurationSetEventDestinationOptions;
import software.amazon.awscdk.services.ses.ConfigurationSetTlsPolicy;
import software.amazon.awscdk.services.ses.EmailSendingEvent;
import software.amazon.awscdk.services.ses.EventDestination;
import software.amazon.awscdk.services.ses.SuppressionReasons;
import software.amazon.awscdk.services.sns.Topic;
import software.amazon.awscdk.services.sns.subscriptions.LambdaSubscription;
import software.constructs.Construct;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Through what the digest goes out, and how it is told what became of it.
final class Mail extends Construct {

    private final Mailing mailing;
    private final SenderIdentity identity;
    private final ConfigurationSet configuration;
    private final Topic feedback;

    Mail(Construct scope, String id, Mailing mailing, Topics topics) {
        super(scope, id);
        this.mailing = mailing;
        identity = new SenderIdentity(this, "Sender", mailing);
        configuration =
                ConfigurationSet.Builder.create(this, "Configuration")
                        .tlsPolicy(ConfigurationSetTlsPolicy.REQUIRE)
                        .reputationMetrics(true)
                        .suppressionReasons(SuppressionReasons.BOUNCES_AND_COMPLAINTS)
                        .build();
        feedback = topics.topic(this, "Feedback", "Glidepath's mails");
        topics.allowUsingKey(anyOfSes());
        configuration.addEventDestination(
                "ToFeedback",
                ConfigurationSetEventDestinationOptions.builder()
                        .destination(EventDestination.snsTopic(feedback))
                        .events(
                                List.of(
                                        EmailSendingEvent.SEND,
                                        EmailSendingEvent.DELIVERY,
                                        EmailSendingEvent.BOUNCE,
                                        EmailSendingEvent.COMPLAINT,
                                        EmailSendingEvent.REJECT,
                                        EmailSendingEvent.DELIVERY_DELAY,
                                        EmailSendingEvent.RENDERING_FAILURE))
                        .build());
    }

    /// SES does not say for whom it uses a key. For whom it publishes, the topic's policy says,
    /// which the CDK writes: this configuration set only.
    private static PolicyStatement.Builder anyOfSes() {
        return PolicyStatement.Builder.create()
                .principals(List.of(new ServicePrincipal("ses.amazonaws.com")));
    }

    String configurationSet() {
        return configuration.getConfigurationSetName();
    }

    void tell(TaskFunction listener, DeadLetters letters) {
        feedback.addSubscription(
                LambdaSubscription.Builder.create(listener.function())
                        .deadLetterQueue(letters.undelivered())
                        .build());
    }

    /// The wildcards are the part before the @. Without recipients the condition holds, but then
    /// there is nobody to send to.
    void allowSending(TaskFunction sender, String owner) {
        var conditions =
                Map.of(
                        "StringEquals", Map.of("ses:FromAddress", mailing.sender()),
                        "ForAllValues:StringLike",
                                Map.of("ses:Recipients", with(anybody(), owner)));
        sender.role()
                .addToPolicy(
                        PolicyStatement.Builder.create()
                                .sid("SendToTheRecipientsDomains")
                                .actions(List.of("ses:SendRawEmail"))
                                .resources(resources(owner))
                                .conditions(new TreeMap<>(conditions))
                                .build());
        Reasons.allowWildcard(
                sender.role(),
                Map.of("regex", "/^Resource::.*:identity\\/\\*@.*$/"),
                "In SES's sandbox sending needs the recipients' identities too: any at their domains.");
    }

    private List<String> anybody() {
        return mailing.domains().stream().map(domain -> "*@" + domain).toList();
    }

    /// Nothing more where the owner is at one of the domains.
    private List<String> with(List<String> addresses, String owner) {
        return mailing.domains().contains(owner.substring(owner.indexOf('@') + 1))
                ? addresses
                : Stream.concat(addresses.stream(), Stream.of(owner)).toList();
    }

    private List<String> resources(String owner) {
        var recipients = Stream.concat(mailing.domains().stream(), with(anybody(), owner).stream());
        return Stream.concat(
                        Stream.concat(identity.names().stream(), recipients)
                                .distinct()
                                .map(name -> arn("identity", name)),
                        Stream.of(arn("configuration-set", configurationSet())))
                .toList();
    }

    private String arn(String resource, String name) {
        return Stack.of(this)
                .formatArn(
                        ArnComponents.builder()
                                .service("ses")
                                .resource(resource)
                                .resourceName(name)
                                .build());
    }
}
