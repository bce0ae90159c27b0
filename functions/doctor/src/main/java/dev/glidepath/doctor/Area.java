package dev.glidepath.doctor;

import java.util.Locale;

/// What is looked at, in the order in which it is told.
public enum Area {
    PLAN,
    EXPORT,
    BUCKET,
    TABLE,
    SNAPSHOTS,
    DIGESTS,
    MAIL,
    SCHEDULES,
    FUNCTIONS,
    PERMISSIONS;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
