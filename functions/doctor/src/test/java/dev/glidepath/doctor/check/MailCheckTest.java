package dev.glidepath.doctor.check;

import static dev.glidepath.doctor.Severity.FINE;
import static dev.glidepath.doctor.Severity.PROBLEM;
import static dev.glidepath.doctor.Severity.UNKNOWN;
import static dev.glidepath.doctor.Severity.WARNING;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glidepath.runtime.StandIn;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import software.amazon.awssdk.services.ses.SesClient;
import software.amazon.awssdk.services.sesv2.SesV2Client;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

class MailCheckTest {

    private static final String SENDER = "costs@acme.com";
    private static final List<String> RECIPIENTS = List.of("cfo@acme.com", "cto@acme.com");
    private static final String PRODUCTION =
            """
            {"ProductionAccessEnabled":true,"SendingEnabled":true,"EnforcementStatus":"HEALTHY"}
            """;

    private final ScriptedAws aws = new ScriptedAws();

    @AfterEach
    void close() {
        aws.close();
    }

    @Test
    void allIsFine() {
        wellSetUp();
        seen().isAllFine();
    }

    @ParameterizedTest
    @CsvSource({"Pending", "Failed", "TemporaryFailure"})
    void aSenderThatIsNotVerifiedIsAProblem(String status) {
        verification(Stream.of("acme.com=" + status));
        wellSetUp();
        seen().isOnly(
                        "identity",
                        PROBLEM,
                        "not verified the sender: acme.com is",
                        "aws ses verify-domain-dkim --domain acme.com");
    }

    @Test
    void aSenderThatSesDoesNotKnowIsAProblem() {
        verification(Stream.of());
        wellSetUp();
        seen().isOnly(
                        "identity",
                        PROBLEM,
                        "knows neither costs@acme.com nor acme.com",
                        "aws ses verify-email-identity --email-address costs@acme.com");
    }

    @Test
    void withoutDkimIsAWarning() {
        dkim("Pending", true);
        wellSetUp();
        seen().isOnly("dkim", WARNING, "DKIM is not verified", "--domain acme.com");
    }

    @Test
    void dkimThatIsSwitchedOffIsAWarning() {
        dkim("Success", false);
        wellSetUp();
        seen().isOnly("dkim", WARNING, "switched off", "set-identity-dkim-enabled");
    }

    @Test
    void theSandboxWithRecipientsThatAreNotVerifiedIsAProblem() {
        aws.with("GET /v2/email/account", PRODUCTION.replaceFirst("true", "false"));
        verification(Stream.of(SENDER + "=Success", "cfo@acme.com=Success"));
        wellSetUp();
        seen().isOnly(
                        "sandbox",
                        PROBLEM,
                        "has not verified cto@acme.com",
                        "--production-access-enabled");
    }

    @Test
    void theSandboxWithVerifiedRecipientsIsAWarning() {
        aws.with("GET /v2/email/account", PRODUCTION.replaceFirst("true", "false"));
        wellSetUp();
        seen().isOnly("sandbox", WARNING, "is in SES's sandbox", "--production-access-enabled");
    }

    @Test
    void sendingThatIsSwitchedOffIsAProblem() {
        aws.with(
                "GET /v2/email/account",
                PRODUCTION.replace("\"SendingEnabled\":true", "\"SendingEnabled\":false"));
        wellSetUp();
        seen().isOnly(
                        "sending",
                        PROBLEM,
                        "switched off",
                        "aws sesv2 put-account-sending-attributes --sending-enabled");
    }

    @ParameterizedTest
    @CsvSource({"SHUTDOWN, PROBLEM", "PROBATION, WARNING"})
    void whatSesThreatensIsSaid(String status, dev.glidepath.doctor.Severity severity) {
        aws.with("GET /v2/email/account", PRODUCTION.replace("HEALTHY", status));
        wellSetUp();
        seen().isOnly("sending", severity, "account", "support centre");
    }

    @Test
    void aQuotaThatIsSpentIsAProblem() {
        quota(50_000, 49_999);
        wellSetUp();
        seen().isOnly("quota", PROBLEM, "1 of 50000 mails a day are left, for 2", "service-quotas");
    }

    @Test
    void noLimitIsFine() {
        quota(-1, 49_999);
        wellSetUp();
        seen().isAllFine();
    }

    @Test
    void aConfigurationSetThatTellsNobodyIsAWarning() {
        aws.with(
                "Action=DescribeConfigurationSet",
                response("DescribeConfigurationSet", "<EventDestinations/>"));
        wellSetUp();
        seen().isOnly("events", WARNING, "tells nobody", "npx cdk deploy");
    }

    @Test
    void aConfigurationSetWhoseDestinationIsSwitchedOffIsAWarning() {
        aws.with(
                "Action=DescribeConfigurationSet",
                response(
                        "DescribeConfigurationSet",
                        "<EventDestinations><member><Name>a</Name><Enabled>false</Enabled></member></EventDestinations>"));
        wellSetUp();
        seen().isOnly("events", WARNING, "tells nobody", "npx cdk deploy");
    }

    /// SES takes a hundred in one question.
    @Test
    void everyRecipientIsLookedUpHoweverManyThereAre() {
        aws.with("GET /v2/email/account", PRODUCTION.replaceFirst("true", "false"));
        wellSetUp();
        var many = IntStream.range(0, 120).mapToObj(i -> "r%d@d%d.com".formatted(i, i)).toList();
        Seen.by(check(many)).has("sandbox", PROBLEM, "r119@d119.com", "--production-access");
        assertThat(aws.requests())
                .filteredOn(asked -> asked.contains("GetIdentityVerificationAttributes"))
                .anyMatch(asked -> asked.contains("=r119@d119.com"))
                .noneMatch(asked -> asked.contains("Identities.member.101="));
    }

    @Test
    void whatMayNotBeSeenIsUnknownAndNotFine() {
        var seen = seen();
        assertThat(seen.findings()).noneMatch(f -> f.severity() == FINE);
        for (var check : List.of("identity", "dkim", "quota", "events")) {
            seen.has(check, UNKNOWN, "not allowed to look", "allow the action");
        }
    }

    @Test
    void whereTheNewerApiIsDeniedTheQuotaTellsTheSandbox() {
        quota(200, 0);
        verification(Stream.of("acme.com=Success"));
        identitiesAndEvents();
        seen().has("sending", UNKNOWN, "not allowed to look", "allow the action")
                .has("sandbox", WARNING, "is that of SES's sandbox", "--production-access");
    }

    /// On a real engine: what it has, and what it has not.
    @Test
    void onAStandIn() {
        var there = StandIn.require();
        try (var ses = there.client(SesClient.builder());
                var account = there.client(SesV2Client.builder())) {
            var check =
                    new MailCheck(
                            ses,
                            new SendingAccount(account),
                            "doctor@nowhere.test",
                            RECIPIENTS,
                            Optional.of("no-such-set"));
            Seen.by(check)
                    .has("identity", PROBLEM, "knows neither", "verify-email-identity")
                    .has("dkim", WARNING, "does not sign", "verify-domain-dkim")
                    .has("events", PROBLEM, "no configuration set no-such-set", "npx cdk deploy");
            ses.verifyDomainIdentity(r -> r.domain("nowhere.test"));
            Seen.by(check).isFine("identity").isFine("dkim");
        }
    }

    private Seen seen() {
        return Seen.by(check(RECIPIENTS));
    }

    private MailCheck check(List<String> recipients) {
        return new MailCheck(
                aws.client(SesClient.builder()),
                new SendingAccount(aws.client(SesV2Client.builder())),
                SENDER,
                recipients,
                Optional.of("glidepath"));
    }

    /// What a test has scripted before comes first.
    private void wellSetUp() {
        verification(Stream.of("acme.com=Success"));
        quota(50_000, 10);
        identitiesAndEvents();
        aws.orElse("GET /v2/email/account", PRODUCTION);
    }

    private void identitiesAndEvents() {
        dkim("Success", true);
        aws.orElse(
                "Action=DescribeConfigurationSet",
                response(
                        "DescribeConfigurationSet",
                        "<EventDestinations><member><Name>a</Name><Enabled>true</Enabled></member></EventDestinations>"));
    }

    private void verification(Stream<String> statuses) {
        aws.orElse(
                "Action=GetIdentityVerificationAttributes",
                response(
                        "GetIdentityVerificationAttributes",
                        statuses.map(s -> s.split("="))
                                .map(
                                        s ->
                                                "<entry><key>%s</key><value><VerificationStatus>%s</VerificationStatus></value></entry>"
                                                        .formatted(s[0], s[1]))
                                .collect(
                                        Collectors.joining(
                                                "",
                                                "<VerificationAttributes>",
                                                "</VerificationAttributes>"))));
    }

    private void dkim(String status, boolean enabled) {
        aws.orElse(
                "Action=GetIdentityDkimAttributes",
                response(
                        "GetIdentityDkimAttributes",
                        "<DkimAttributes><entry><key>acme.com</key><value><DkimEnabled>%s</DkimEnabled><DkimVerificationStatus>%s</DkimVerificationStatus></value></entry></DkimAttributes>"
                                .formatted(enabled, status)));
    }

    private void quota(int most, int sent) {
        aws.orElse(
                "Action=GetSendQuota",
                response(
                        "GetSendQuota",
                        "<Max24HourSend>%d</Max24HourSend><SentLast24Hours>%d</SentLast24Hours><MaxSendRate>1</MaxSendRate>"
                                .formatted(most, sent)));
    }

    private static String response(String action, String result) {
        return "<%sResponse><%sResult>%s</%sResult></%sResponse>"
                .formatted(action, action, result, action, action);
    }
}
