package dev.glidepath.collect.athena;

import dev.glidepath.collect.Refusal;

import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

import java.time.Duration;
import java.util.Optional;

/// What Athena, Glue and their bucket refuse, as one line that says what to do about it.
final class AthenaRefusals {

    private AthenaRefusals() {}

    static Refusal of(String manifest, SdkException e) {
        return new Refusal(manifest + ": " + problem(e), e);
    }

    static String ended(String query, String reason) {
        return "Athena's query %s ended without a result (%s); %s"
                .formatted(query, reason, remedy(reason));
    }

    static String tooLong(String query, Duration longest) {
        return "Athena's query %s ran longer than %d minutes and was stopped; look at it in Athena, and collect again"
                .formatted(query, longest.toMinutes());
    }

    private static String remedy(String reason) {
        if (reason.contains("Bytes scanned limit")) {
            return "raise the workgroup's limit of bytes, in infra's Queries, and deploy again";
        }
        if (reason.contains("exhausted resources") || reason.contains("EXHAUSTED")) {
            return "name fewer tags in the plan, or collect again when Athena has more room";
        }
        if (reason.contains("Access Denied") || reason.contains("AccessDenied")) {
            return "allow the function what it denies, and its key and catalog policies, and collect again";
        }
        return "collect again an hour after it began; if it ends so again, look at it in Athena";
    }

    private static String problem(SdkException e) {
        if (!(e instanceof AwsServiceException answer)) {
            return "Athena cannot be reached (" + e.getMessage() + "); collect again";
        }
        var details = Optional.ofNullable(answer.awsErrorDetails());
        var service = details.map(AwsErrorDetails::serviceName).orElse("AWS");
        var code = details.map(AwsErrorDetails::errorCode).orElse("no code");
        var said = details.map(AwsErrorDetails::errorMessage).orElse("");
        if (answer.isThrottlingException() || code.equals("TooManyRequestsException")) {
            return service + " is busy (" + code + "); collect again in some minutes";
        }
        if (answer.statusCode() == 403 || code.startsWith("AccessDenied")) {
            return "%s denies access (%s); deploy the stack again, and see that no policy of the organisation or of Lake Formation denies it"
                    .formatted(service, said);
        }
        return "%s answered %d (%s: %s); collect again"
                .formatted(service, answer.statusCode(), code, said);
    }
}
