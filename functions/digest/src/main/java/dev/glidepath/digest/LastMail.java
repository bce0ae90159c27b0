package dev.glidepath.digest;

import java.time.Duration;
import java.time.Instant;

/// When the mail before this one was made. Sent mails are not recorded yet; until they are, it is
/// taken to be a week earlier, which is how often digests are made.
final class LastMail {

    private static final Duration BETWEEN_MAILS = Duration.ofDays(7);

    private LastMail() {}

    static Instant before(Instant asOf) {
        return asOf.minus(BETWEEN_MAILS);
    }
}
