package dev.glidepath.collect.export;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Where a manifest lies tells which export and billing period it is of:
///
/// ```
/// <root>/metadata/BILLING_PERIOD=2026-05/<export>-Manifest.json               newest
/// <root>/metadata/billing_period=2026-05/<time>-<execution>/<export>-Manifest.json
/// <root>/20260501-20260601/<report>-Manifest.json                             newest
/// <root>/20260501-20260601/<assembly>/<report>-Manifest.json
/// ```
///
/// @param root the export's folder with a trailing `/`, or empty
/// @param period the partition as it is spelled in the keys
/// @param execution the folder of one execution; empty for the newest
record Layout(
        String root, String export, String period, YearMonth month, Optional<String> execution) {

    private static final Pattern DATA_EXPORT =
            Pattern.compile(
                    "(|.*/)metadata/((?:BILLING_PERIOD|billing_period)=(\\d{4}-\\d{2}))/"
                            + "(?:([^/]+)/)?([^/]+)-Manifest\\.json");
    private static final Pattern LEGACY =
            Pattern.compile("(|.*/)((\\d{8})-\\d{8})/(?:([^/]+)/)?([^/]+)-Manifest\\.json");
    private static final Pattern PARTITION =
            Pattern.compile(
                    "(?:|.*/)(?:metadata/(?:BILLING_PERIOD|billing_period)=(\\d{4}-\\d{2})"
                            + "|(\\d{8})-\\d{8})/");
    private static final Pattern TIMED =
            Pattern.compile("(?:.*/)?(\\d{4}-\\d{2}-\\d{2}T[0-9:.]+Z|\\d{8}T\\d{6}Z)-[^/]+/[^/]+");

    static Optional<Layout> of(String key) {
        Matcher data = DATA_EXPORT.matcher(key);
        if (data.matches()) {
            return month(data.group(3)).map(month -> layout(data, month));
        }
        Matcher legacy = LEGACY.matcher(key);
        if (legacy.matches()) {
            return month(dashed(legacy.group(3))).map(month -> layout(legacy, month));
        }
        return Optional.empty();
    }

    /// The billing period whose manifests lie in a folder.
    ///
    /// @param folder with a `/` at its end
    static Optional<YearMonth> partition(String folder) {
        Matcher partition = PARTITION.matcher(folder);
        if (!partition.matches()) {
            return Optional.empty();
        }
        return month(
                Optional.ofNullable(partition.group(1))
                        .orElseGet(() -> dashed(partition.group(2))));
    }

    /// The part of an original key that a mirror keeps: from the partition on.
    Optional<String> tail(String original) {
        for (var anchor : new String[] {"data/" + period + "/", period + "/"}) {
            int at = ("/" + original).lastIndexOf("/" + anchor);
            if (at >= 0) {
                return Optional.of(original.substring(at));
            }
        }
        int athena = ("/" + original).lastIndexOf("/" + export + "/year=");
        return athena >= 0 ? Optional.of(original.substring(athena)) : Optional.empty();
    }

    /// When the files were delivered, where their path says so.
    static Optional<Instant> delivered(String key) {
        Matcher timed = TIMED.matcher(key);
        if (!timed.matches()) {
            return Optional.empty();
        }
        try {
            var time = timed.group(1);
            return Optional.of(
                    time.contains("-")
                            ? Instant.parse(time)
                            : LocalDateTime.parse(
                                            time,
                                            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'"))
                                    .toInstant(ZoneOffset.UTC));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Layout layout(Matcher m, YearMonth month) {
        return new Layout(
                m.group(1), m.group(5), m.group(2), month, Optional.ofNullable(m.group(4)));
    }

    private static String dashed(String date) {
        return date.substring(0, 4) + "-" + date.substring(4, 6);
    }

    private static Optional<YearMonth> month(String text) {
        try {
            return Optional.of(YearMonth.from(LocalDate.parse(text + "-01")));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
