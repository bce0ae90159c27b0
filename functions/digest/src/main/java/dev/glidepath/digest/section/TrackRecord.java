package dev.glidepath.digest.section;

import dev.glidepath.core.assess.Outlook.Ahead;
import dev.glidepath.core.assess.Outlook.Earlier;
import dev.glidepath.core.figures.Figures;

import java.math.MathContext;
import java.util.Optional;
import java.util.stream.Collectors;

/// How wrong the forecasts of 4, 8 and 12 weeks ago were, in words.
final class TrackRecord {

    private TrackRecord() {}

    static String note(Ahead.Seen total, Figures figures) {
        var made =
                total.earlier().stream()
                        .filter(e -> e.forecast().isPresent())
                        .map(e -> made(e, figures))
                        .collect(Collectors.joining(", "));
        return made.isEmpty()
                ? "How wrong earlier forecasts were cannot be told yet: 4 weeks ago the history was"
                        + " too short for one."
                : ("The run-rate of %s was forecast as %s: in the same way, from the days until"
                                + " then as they are known now. Off by: the same of each line.")
                        .formatted(figures.money(total.earlier().getFirst().came()), made);
    }

    private static String made(Earlier earlier, Figures figures) {
        return "%s %s weeks ago%s"
                .formatted(
                        figures.money(earlier.forecast().orElseThrow()),
                        earlier.weeksAgo(),
                        off(earlier, figures).map(o -> " (%s)".formatted(o)).orElse(""));
    }

    /// In per cent of what came, the newest first, as far as there were any.
    static String off(Ahead.Seen seen, Figures figures) {
        var off = seen.earlier().stream().flatMap(e -> off(e, figures).stream()).toList();
        return off.isEmpty() ? "" : "off by " + String.join(", ", off);
    }

    private static Optional<String> off(Earlier earlier, Figures figures) {
        return earlier.forecast()
                .filter(_ -> earlier.came().signum() > 0)
                .map(
                        f ->
                                figures.signedPercent(
                                        f.subtract(earlier.came())
                                                .divide(earlier.came(), MathContext.DECIMAL64)));
    }
}
