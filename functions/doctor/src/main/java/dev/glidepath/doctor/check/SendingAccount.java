package dev.glidepath.doctor.check;

import dev.glidepath.doctor.Findings;

import software.amazon.awssdk.services.sesv2.SesV2Client;
import software.amazon.awssdk.services.sesv2.model.GetAccountResponse;

import java.util.Optional;

/// Whether the account may send at all. Only SES's newer API says so, and whether it is in the
/// sandbox.
public final class SendingAccount {

    private final SesV2Client ses;
    private Optional<GetAccountResponse> seen = Optional.empty();

    public SendingAccount(SesV2Client ses) {
        this.ses = ses;
    }

    void sending(Findings findings) {
        var account = ses.getAccount(_ -> {});
        seen = Optional.of(account);
        var status = String.valueOf(account.enforcementStatus());
        if (!Boolean.TRUE.equals(account.sendingEnabled())) {
            findings.problem(
                    "sending",
                    "sending is switched off for the account",
                    "No mail goes out.",
                    "aws sesv2 put-account-sending-attributes --sending-enabled");
        } else if (status.equals("SHUTDOWN")) {
            findings.problem(
                    "sending",
                    "SES has shut down sending for the account",
                    "No mail goes out.",
                    "answer SES's case in the support centre");
        } else if (status.equals("PROBATION")) {
            findings.warning(
                    "sending",
                    "SES has put the account on probation",
                    "It shuts it down when bounces or complaints go on.",
                    "answer SES's case in the support centre");
        } else {
            findings.fine("sending", "the account may send");
        }
    }

    /// Whether it is out of the sandbox, once [#sending] has seen it.
    Optional<Boolean> production() {
        return seen.map(GetAccountResponse::productionAccessEnabled);
    }
}
