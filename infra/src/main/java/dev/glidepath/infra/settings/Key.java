package dev.glidepath.infra.settings;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// A key of `glidepath.yaml`, as it is written there.
enum Key {
    EXPORT,
    FORMAT,
    BUCKET,
    PREFIX,
    BUCKET_OWNER,
    BUCKET_KEY,
    RECOMMENDATIONS,
    SENDER,
    SENDER_IDENTITY,
    RECIPIENT_DOMAINS,
    TIME_ZONE,
    COLLECT_TIME,
    DIGEST_DAY,
    DIGEST_TIME,
    ALARM_ADDRESS,
    LOG_DAYS,
    RESERVE_CONCURRENCY,
    LIMITS,
    ATHENA_ABOVE;

    static Optional<Key> of(String written) {
        return Arrays.stream(values()).filter(key -> key.toString().equals(written)).findFirst();
    }

    static String all() {
        return Arrays.stream(values()).map(Key::toString).collect(Collectors.joining(", "));
    }

    /// All others have one value.
    boolean hasMany() {
        return this == RECIPIENT_DOMAINS || this == LIMITS;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
