package dev.glidepath.doctor.check;

import java.time.Duration;

/// Durations as people say them.
final class Ages {

    private Ages() {}

    static String words(Duration age) {
        if (age.isNegative()) {
            return "in the future";
        }
        if (age.toHours() < 1) {
            return age.toMinutes() + " minutes old";
        }
        return age.toHours() < 72 ? age.toHours() + " hours old" : age.toDays() + " days old";
    }
}
