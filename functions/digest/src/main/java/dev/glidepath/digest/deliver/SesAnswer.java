package dev.glidepath.digest.deliver;

import software.amazon.awssdk.core.retry.RetryUtils;
import software.amazon.awssdk.services.ses.model.AccountSendingPausedException;
import software.amazon.awssdk.services.ses.model.ConfigurationSetSendingPausedException;
import software.amazon.awssdk.services.ses.model.MailFromDomainNotVerifiedException;
import software.amazon.awssdk.services.ses.model.SendRawEmailResponse;
import software.amazon.awssdk.services.ses.model.SesException;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

import javax.net.ssl.SSLHandshakeException;

/// What SES's answers mean. SES's own texts name addresses: they are told apart by, and not passed
/// on.
final class SesAnswer {

    private static final int TIMED_OUT = 408;
    private static final int SERVER_FAULT = 500;

    private SesAnswer() {}

    static Answer of(SendRawEmailResponse response) {
        return response.messageId() == null || response.messageId().isBlank()
                ? new Answer.Unknown("SES answered without a message id")
                : new Answer.Accepted(response.messageId());
    }

    static Answer of(SesException e) {
        var details = e.awsErrorDetails();
        var code = details == null ? "" : Objects.requireNonNullElse(details.errorCode(), "");
        var text = details == null ? "" : Objects.requireNonNullElse(details.errorMessage(), "");
        if (text.toLowerCase(Locale.ROOT).contains("daily message quota")) {
            return new Answer.QuotaSpent(
                    "SES takes no more mails within 24 hours; request a higher sending quota");
        }
        if (RetryUtils.isThrottlingException(e)) {
            return new Answer.Throttled("SES takes no more mails a second (%s)".formatted(code));
        }
        if (code.isBlank() || e.statusCode() == TIMED_OUT || e.statusCode() >= SERVER_FAULT) {
            return new Answer.Unknown("SES failed with status %s".formatted(e.statusCode()));
        }
        return refusal(e, code, text);
    }

    private static Answer refusal(SesException e, String code, String text) {
        if (e instanceof AccountSendingPausedException
                || e instanceof ConfigurationSetSendingPausedException
                || text.contains("paused")
                || text.contains("suspended")) {
            return new Answer.Paused(
                    "SES has paused sending (%s); see the account's SES dashboard".formatted(code));
        }
        if (e instanceof MailFromDomainNotVerifiedException || text.contains("not verified")) {
            return new Answer.NotVerified(
                    "SES does not know the sender, or is in its sandbox and does not know the"
                            + " recipient (%s); verify the address, or request production access"
                                    .formatted(code));
        }
        return new Answer.Refused("SES refused the mail (%s)".formatted(code));
    }

    /// Of anything else that came instead of an answer.
    static Answer of(RuntimeException e) {
        var causes = Stream.iterate((Throwable) e, Objects::nonNull, Throwable::getCause).toList();
        var why = causes.getLast().getClass().getSimpleName();
        return causes.stream().anyMatch(SesAnswer::beforeTheRequest)
                ? new Answer.NotReached("no connection to SES (%s)".formatted(why))
                : new Answer.Unknown("no answer from SES (%s)".formatted(why));
    }

    private static boolean beforeTheRequest(Throwable cause) {
        return switch (cause) {
            case ConnectException _, UnknownHostException _, NoRouteToHostException _ -> true;
            case SSLHandshakeException _ -> true;
            case SocketTimeoutException timeout ->
                    String.valueOf(timeout.getMessage())
                            .toLowerCase(Locale.ROOT)
                            .contains("connect timed out");
            default -> false;
        };
    }
}
