package dev.glidepath.infra;

import dev.glidepath.infra.settings.Mailing;
import dev.glidepath.infra.settings.Settings;

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
    private final String owner;
    private final SenderIdentity identity;
    private final ConfigurationSet configuration;
    private final Topic feedback;

    Mail(Construct scope, String id, Settings settings, Topics topics) {
        super(scope, id);
        mailing = settings.mailing();
        owner = settings.operation().alarmAddress();
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
    void allowSending(TaskFunction sender) {
        var conditions =
                Map.of(
                        "StringEquals", Map.of("ses:FromAddress", mailing.sender()),
                        "ForAllValues:StringLike", Map.of("ses:Recipients", addresses()));
        sender.role()
                .addToPolicy(
                        PolicyStatement.Builder.create()
                                .sid("SendToTheRecipientsDomains")
                                .actions(List.of("ses:SendRawEmail"))
                                .resources(resources())
                                .conditions(new TreeMap<>(conditions))
                                .build());
        Reasons.allowWildcard(
                sender.role(),
                Map.of("regex", "/^Resource::.*:identity\\/\\*@.*$/"),
                "In SES's sandbox sending needs the recipients' identities too: any at their domains.");
    }

    /// At the recipients' domains; and the owner, wherever that is.
    private List<String> addresses() {
        var anybody = mailing.domains().stream().map(domain -> "*@" + domain).toList();
        return mailing.domains().contains(owner.substring(owner.indexOf('@') + 1))
                ? anybody
                : Stream.concat(anybody.stream(), Stream.of(owner)).toList();
    }

    private List<String> resources() {
        var recipients = Stream.concat(mailing.domains().stream(), addresses().stream());
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
