package dev.glidepath.doctor.check;

import dev.glidepath.doctor.Check;
import dev.glidepath.doctor.Findings;

import software.amazon.awssdk.services.ses.SesClient;
import software.amazon.awssdk.services.ses.model.ConfigurationSetAttribute;
import software.amazon.awssdk.services.ses.model.ConfigurationSetDoesNotExistException;
import software.amazon.awssdk.services.ses.model.EventDestination;

import java.util.List;
import java.util.Optional;

/// Whether SES would send the digest: from this sender, to these recipients, and tell what became
/// of it.
///
/// @param account what only SES's newer API tells
/// @param configurationSet that the mails are sent with
public record MailCheck(
        SesClient ses,
        SendingAccount account,
        String sender,
        List<String> recipients,
        Optional<String> configurationSet)
        implements Check {

    /// In the sandbox SES sends so many mails a day.
    private static final int SANDBOX_QUOTA = 200;

    public MailCheck {
        recipients = List.copyOf(recipients);
    }

    @Override
    public void look(Findings findings) {
        var identities = new Identities(ses);
        findings.attempt("identity", () -> identities.sender(findings, sender));
        findings.attempt("dkim", () -> identities.dkim(findings, sender));
        findings.attempt("quota", () -> quota(findings, identities));
        configurationSet.ifPresent(
                name -> findings.attempt("events", () -> events(findings, name)));
    }

    private void quota(Findings findings, Identities identities) {
        var quota = ses.getSendQuota();
        long most = Math.round(quota.max24HourSend());
        findings.attempt("sending", () -> account.sending(findings));
        var production = account.production();
        boolean sandbox = production.map(p -> !p).orElse(most == SANDBOX_QUOTA);
        if (sandbox) {
            findings.attempt(
                    "sandbox",
                    () -> identities.sandbox(findings, recipients, production.isPresent()));
        } else {
            findings.fine("sandbox", "the account is out of SES's sandbox");
        }
        left(findings, most, Math.round(quota.sentLast24Hours()));
    }

    /// @param most -1 for no limit
    private void left(Findings findings, long most, long sent) {
        long left = most - sent;
        var what = "%d of %d mails a day are left".formatted(left, most);
        if (most < 0) {
            findings.fine("quota", "SES has no limit of mails a day for this account");
        } else if (left < recipients.size()) {
            findings.problem(
                    "quota",
                    what + ", for " + recipients.size() + " recipients",
                    "Some of them get no digest today.",
                    "ask for more: aws service-quotas request-service-quota-increase"
                            + " --service-code ses --quota-code L-804C8AE8 --desired-value N");
        } else {
            findings.fine("quota", what);
        }
    }

    private void events(Findings findings, String name) {
        try {
            var destinations =
                    ses.describeConfigurationSet(
                                    r ->
                                            r.configurationSetName(name)
                                                    .configurationSetAttributeNames(
                                                            ConfigurationSetAttribute
                                                                    .EVENT_DESTINATIONS))
                            .eventDestinations();
            if (destinations.stream().anyMatch(EventDestination::enabled)) {
                findings.fine("events", "SES tells what becomes of the mails");
            } else {
                findings.warning(
                        "events",
                        "the configuration set %s tells nobody what becomes of the mails"
                                .formatted(name),
                        "A bounce goes unnoticed, and a mail without an answer from SES is sent"
                                + " again after 12 hours.",
                        "npx cdk deploy");
            }
        } catch (ConfigurationSetDoesNotExistException _) {
            findings.problem(
                    "events",
                    "SES has no configuration set " + name,
                    "SES refuses every mail that names it.",
                    "npx cdk deploy");
        }
    }
}
