package dev.glidepath.digest.section;

import dev.glidepath.core.assess.Assessment;
import dev.glidepath.core.assess.Line;
import dev.glidepath.core.assess.Outlook.Ahead;
import dev.glidepath.core.figures.Days;
import dev.glidepath.core.figures.Figures;
import dev.glidepath.core.forecast.Forecast;
import dev.glidepath.core.forecast.Forecaster;
import dev.glidepath.core.forecast.Method;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a forecast was made from and how wrong the earlier ones were, in words.
final class ForecastNotes {

    private ForecastNotes() {}

    static String none(int days, Figures figures) {
        return "None: it needs %s weeks of settled and known days in one piece, and there are %s."
                .formatted(Forecaster.FEWEST_DAYS / 7, figures.decimal(weeks(days), 1));
    }

    static List<String> of(Assessment assessment, Ahead.Seen total, Figures figures) {
        var notes = new ArrayList<String>();
        notes.add(TrackRecord.note(total, figures));
        notes.add(history(total, figures));
        notes.add(
                "Under each amount its 80% band, from how wrong the forecasts of the last weeks were"
                        + " over the same distance; likely: to be at or under the target then.");
        widened(assessment).ifPresent(notes::add);
        if (lines(assessment).anyMatch(l -> ForecastSection.seen(l).shifted().isPresent())) {
            notes.add(
                    "A new level: forecasts from before it are not held against what came after it,"
                            + " and a band holds as long as no other comes.");
        }
        notes.add(methods(assessment));
        if (!assessment.frame().awaited().isEmpty()) {
            notes.add("Fees that are not billed yet count as much as in the month before.");
        }
        return notes;
    }

    static String shifted(Ahead.Seen seen) {
        return seen.shifted().map(d -> "new level since " + Days.withoutYear(d)).orElse("");
    }

    private static String history(Ahead.Seen total, Figures figures) {
        var month = total.month();
        return "From %s weeks of history, since %s. %s: %s so far and a forecast of %s %s."
                .formatted(
                        total.history().days() / 7,
                        Days.day(total.history().from()),
                        Days.month(month.month()),
                        figures.money(month.soFar()),
                        month.daysLeft(),
                        month.daysLeft() == 1 ? "day" : "days");
    }

    private static Optional<String> widened(Assessment assessment) {
        return lines(assessment)
                .flatMap(line -> forecasts(line, assessment))
                .map(Forecast::checked)
                .filter(Forecast.Checked::isWidened)
                .map(Forecast.Checked::days)
                .min(Comparator.naturalOrder())
                .map(
                        days ->
                                ("Forecasts of more than %s weeks could not be checked often enough"
                                                + " yet: their bands are widened in proportion.")
                                        .formatted(days / 7));
    }

    /// To the milestones.
    private static Stream<Forecast> forecasts(Line line, Assessment assessment) {
        return Milestones.coming(assessment).stream()
                .flatMap(i -> line.outlook().dues().get(i).projected().stream());
    }

    private static String methods(Assessment assessment) {
        var used = new TreeSet<Method>();
        assessment
                .targets()
                .lines()
                .forEach(
                        line -> {
                            used.addAll(ForecastSection.seen(line).month().cost().methods());
                            forecasts(line, assessment).forEach(f -> used.addAll(f.methods()));
                        });
        return used.stream()
                .map(m -> ForecastCells.name(m) + ", " + meaning(m))
                .collect(
                        Collectors.joining(
                                "; ",
                                "The method is the one of five that was least wrong on the line so"
                                        + " far: ",
                                ". The total is the sum of its lines, its band from its own"
                                        + " misses."));
    }

    private static String meaning(Method method) {
        return switch (method) {
            case LEVEL -> "the mean since the newest level without its extreme quarters";
            case RECENT -> "the mean of 28 days";
            case LAST_WEEK -> "the last seven days again";
            case FADING_TREND -> "the median slope of 13 weeks, a tenth less each week";
            case TREND -> "the median slope of 13 weeks (Theil–Sen)";
        };
    }

    private static Stream<Line> lines(Assessment assessment) {
        var targets = assessment.targets();
        return Stream.concat(targets.lines().stream(), Stream.of(targets.total()));
    }

    private static BigDecimal weeks(int days) {
        return BigDecimal.valueOf(days).divide(BigDecimal.valueOf(7), MathContext.DECIMAL64);
    }
}
