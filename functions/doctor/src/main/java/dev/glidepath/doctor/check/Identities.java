package dev.glidepath.doctor.check;

import dev.glidepath.doctor.Findings;

import software.amazon.awssdk.services.ses.SesClient;
import software.amazon.awssdk.services.ses.model.VerificationStatus;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// What SES knows of addresses and domains.
record Identities(SesClient ses) {

    /// SES takes so many in one question.
    private static final int AT_ONCE = 100;

    void sender(Findings findings, String sender) {
        var statuses = statuses(List.of(sender, domain(sender)));
        if (statuses.containsValue(VerificationStatus.SUCCESS)) {
            findings.fine(
                    "identity", "SES has verified " + String.join(" and ", verified(statuses)));
        } else if (statuses.isEmpty()) {
            findings.problem(
                    "identity",
                    "SES knows neither %s nor %s in this region".formatted(sender, domain(sender)),
                    "It refuses every mail from there.",
                    "sender identity: domain in infra/glidepath.yaml, and deploy; or aws ses"
                            + " verify-email-identity --email-address "
                            + sender);
        } else {
            findings.problem(
                    "identity",
                    "SES has not verified the sender: " + words(statuses),
                    "It refuses every mail from there.",
                    statuses.containsKey(domain(sender))
                            ? "add the records to the domain's DNS: aws ses verify-domain-dkim"
                                    + " --domain "
                                    + domain(sender)
                            : "open the link that SES has mailed to %s; again with aws ses verify-email-identity --email-address %s"
                                    .formatted(sender, sender));
        }
    }

    void dkim(Findings findings, String sender) {
        var domain = domain(sender);
        var all = ses.getIdentityDkimAttributes(r -> r.identities(domain, sender)).dkimAttributes();
        var signing =
                all.values().stream()
                        .filter(d -> Boolean.TRUE.equals(d.dkimEnabled()))
                        .anyMatch(d -> d.dkimVerificationStatus() == VerificationStatus.SUCCESS);
        if (signing) {
            findings.fine("dkim", "mails are signed for " + domain);
            return;
        }
        var off = all.get(domain) != null && !Boolean.TRUE.equals(all.get(domain).dkimEnabled());
        findings.warning(
                "dkim",
                off
                        ? "DKIM is switched off for " + domain
                        : "SES does not sign mails for " + domain + ": DKIM is not verified",
                "Unsigned mails land in spam, or are refused.",
                off
                        ? "aws ses set-identity-dkim-enabled --dkim-enabled --identity " + domain
                        : "add the three CNAME records to the domain's DNS: aws ses"
                                + " verify-domain-dkim --domain "
                                + domain);
    }

    /// @param sure whether SES said that it is the sandbox
    void sandbox(Findings findings, List<String> recipients, boolean sure) {
        var asked = recipients.stream().flatMap(r -> Stream.of(r, domain(r))).distinct().toList();
        var verified = verified(statuses(asked));
        var without =
                recipients.stream()
                        .filter(r -> !verified.contains(r) && !verified.contains(domain(r)))
                        .toList();
        var what =
                sure
                        ? "the account is in SES's sandbox"
                        : "the quota of 200 mails a day is that of SES's sandbox";
        var mend =
                "aws sesv2 put-account-details --production-access-enabled --mail-type"
                        + " TRANSACTIONAL --website-url URL";
        if (without.isEmpty()) {
            findings.warning(
                    "sandbox",
                    what,
                    "It sends 200 mails a day, and to verified recipients only, which all of yours"
                            + " are.",
                    mend);
        } else {
            findings.problem(
                    "sandbox",
                    what + ", and has not verified " + String.join(", ", without),
                    "SES refuses their mails.",
                    mend + "; or aws ses verify-email-identity --email-address ADDRESS");
        }
    }

    /// Of those that SES knows.
    private Map<String, VerificationStatus> statuses(List<String> identities) {
        var statuses = new HashMap<String, VerificationStatus>();
        for (int from = 0; from < identities.size(); from += AT_ONCE) {
            var some = identities.subList(from, Math.min(identities.size(), from + AT_ONCE));
            ses.getIdentityVerificationAttributes(r -> r.identities(some))
                    .verificationAttributes()
                    .forEach((name, seen) -> statuses.put(name, seen.verificationStatus()));
        }
        return statuses;
    }

    private static List<String> verified(Map<String, VerificationStatus> statuses) {
        return statuses.entrySet().stream()
                .filter(e -> e.getValue() == VerificationStatus.SUCCESS)
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    private static String words(Map<String, VerificationStatus> statuses) {
        var words = new ArrayList<String>();
        statuses.forEach((name, status) -> words.add(name + " is " + status));
        return String.join(", ", words.stream().sorted().toList());
    }

    private static String domain(String address) {
        return address.substring(address.lastIndexOf('@') + 1);
    }
}
