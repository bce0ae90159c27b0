package dev.glidepath.store;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;

/// The partition keys. An export's name stands before parts of fixed length, so that no two of them
/// can be alike.
final class Partitions {

    /// The newest revision of each billing period of each export: sort key `export#period`.
    static final String NEWEST = "newest";

    private Partitions() {}

    /// All revisions: sort key `recordedAt#number`.
    static String revisions(String export, YearMonth period) {
        return "revisions#" + billed(export, period);
    }

    static String statements(String export, YearMonth period) {
        return "statements#" + billed(export, period);
    }

    /// The lines of a charge day in all its versions.
    static String day(String export, YearMonth period, LocalDate day) {
        return "day#" + billed(export, period) + "#" + day;
    }

    /// The numbers of a month's days: sort key `day#series#knownAt`.
    static String values(DailyValues.Kind kind, YearMonth month) {
        return "values#" + kind.name().toLowerCase(Locale.ROOT) + "#" + month;
    }

    static String billed(String export, YearMonth period) {
        return export + "#" + period;
    }
}
