package dev.glidepath.infra;

import static dev.glidepath.infra.Resources.map;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

class MailTest {

    @BeforeAll
    static void needsNode() {
        Installed.assumeNode();
    }

    @Test
    void theDigestMaySendFromItsSenderToTheRecipientsDomainsOnly() {
        var sending =
                Resources.allowed(Installed.existing(), Task.DIGEST).stream()
                        .filter(s -> s.get("Action").toString().startsWith("ses:"))
                        .toList();
        assertThat(sending).hasSize(1);
        assertThat(sending.getFirst())
                .containsEntry("Action", "ses:SendRawEmail")
                .containsEntry(
                        "Condition",
                        Map.of(
                                "StringEquals",
                                Map.of("ses:FromAddress", "costs@acme.com"),
                                "ForAllValues:StringLike",
                                Map.of("ses:Recipients", List.of("*@acme.com", "*@acme.org"))));
        assertThat(sending.getFirst().get("Resource").toString())
                .contains(":configuration-set/", ":identity/acme.com", ":identity/acme.org")
                .doesNotContain("identity/*]", ", *]");
    }

    @Test
    void theOwnerMayBeToldWhereverThatIs() {
        assertThat(Resources.allowed(Installed.ofAnotherAccount(), Task.DIGEST))
                .filteredOn(s -> s.get("Action").equals("ses:SendRawEmail"))
                .singleElement()
                .satisfies(
                        s -> {
                            assertThat(s.get("Condition").toString())
                                    .contains("[*@acme.com, *@acme.org, ops@partner.net]");
                            assertThat(s.get("Resource").toString())
                                    .contains(":identity/ops@partner.net")
                                    .doesNotContain("*@partner.net");
                        });
    }

    @Test
    void nobodyElseMaySend() {
        for (var task : List.of(Task.COLLECT, Task.FEEDBACK, Task.TRENDS)) {
            assertThat(Resources.allowed(Installed.shipped(), task).toString())
                    .doesNotContain("ses:");
        }
    }

    @Test
    void anExistingIdentityIsTheAddressOrItsDomain() {
        Installed.shipped().template().resourceCountIs("AWS::SES::EmailIdentity", 0);
        assertThat(Resources.allowed(Installed.shipped(), Task.DIGEST).toString())
                .contains(":identity/costs@example.com", ":identity/example.com");
    }

    @Test
    void anIdentityCanBeMade() {
        Installed.existing()
                .template()
                .hasResourceProperties(
                        "AWS::SES::EmailIdentity", Map.of("EmailIdentity", "acme.com"));
        assertThat(Installed.existing().template().findOutputs("*").keySet())
                .filteredOn(name -> name.contains("DkimRecord"))
                .hasSize(3);
        Installed.ofAnotherAccount()
                .template()
                .hasResourceProperties(
                        "AWS::SES::EmailIdentity", Map.of("EmailIdentity", "costs@acme.com"));
    }

    @Test
    void theConfigurationSetInsistsOnTlsAndTellsWhatBecameOfAMail() {
        Installed.shipped()
                .template()
                .hasResourceProperties(
                        "AWS::SES::ConfigurationSet",
                        Map.of(
                                "DeliveryOptions", Map.of("TlsPolicy", "REQUIRE"),
                                "ReputationOptions", Map.of("ReputationMetricsEnabled", true),
                                "SuppressionOptions",
                                        Map.of(
                                                "SuppressedReasons",
                                                List.of("BOUNCE", "COMPLAINT"))));
        var told =
                map(
                        Resources.properties(
                                        Installed.shipped(),
                                        "AWS::SES::ConfigurationSetEventDestination")
                                .getFirst()
                                .get("EventDestination"));
        assertThat(Resources.list(told.get("MatchingEventTypes")))
                .containsExactlyInAnyOrder(
                        "send",
                        "delivery",
                        "bounce",
                        "complaint",
                        "reject",
                        "deliveryDelay",
                        "renderingFailure");
        assertThat(told.get("SnsDestination").toString()).contains("MailFeedback");
    }

    @Test
    void onlyThisConfigurationSetMayTell() {
        var publishers =
                Resources.statements(Installed.shipped()).stream()
                        .filter(s -> s.get("Effect").equals("Allow"))
                        .filter(s -> s.get("Action").equals("sns:Publish"))
                        .filter(s -> s.get("Resource").toString().contains("MailFeedback"))
                        .toList();
        assertThat(publishers).hasSize(1);
        assertThat(publishers.getFirst().get("Principal"))
                .isEqualTo(Map.of("Service", "ses.amazonaws.com"));
        assertThat(publishers.getFirst().get("Condition").toString())
                .contains("AWS:SourceAccount={Ref=AWS::AccountId}", ":configuration-set/");
    }

    @Test
    void theFeedbackFunctionListensAndWhatItMissesIsKept() {
        var subscription =
                Resources.properties(Installed.shipped(), "AWS::SNS::Subscription").stream()
                        .filter(s -> s.get("Protocol").equals("lambda"))
                        .findFirst()
                        .orElseThrow();
        assertThat(subscription.get("Endpoint").toString()).contains("FunctionsFeedbackFunction");
        assertThat(subscription.get("RedrivePolicy").toString()).contains("DeadLettersUndelivered");
    }
}
