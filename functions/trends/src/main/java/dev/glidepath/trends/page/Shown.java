package dev.glidepath.trends.page;

import dev.glidepath.core.assess.Assessment;
import dev.glidepath.core.assess.Finding;
import dev.glidepath.core.assess.Line;
import dev.glidepath.core.figures.Figures;
import dev.glidepath.core.figures.ProvisionalTable;
import dev.glidepath.core.figures.ScoreTable;
import dev.glidepath.core.plan.Preferences;
import dev.glidepath.trends.overview.Overview;
import dev.glidepath.trends.series.Series;
import dev.glidepath.trends.series.Trend;

import java.time.LocalDate;
import java.util.Optional;

/// An overview with how its amounts are written: as in the mail, where there is one of its week.
///
/// @param points to the cent, as the mail has its weeks
record Shown(Overview overview, Figures figures, TrendFigures points) {

    static Shown of(Overview overview) {
        var figures =
                overview.week()
                        .map(finding -> Figures.of(finding.assessment(), Preferences.DEFAULT))
                        .orElseGet(() -> TrendFigures.figures(overview.trend()));
        return new Shown(overview, figures, TrendFigures.of(overview.trend(), figures.inCents()));
    }

    /// As the mail has it.
    Optional<ProvisionalTable> provisional() {
        return overview.provisional().map(p -> ProvisionalTable.of(p, figures));
    }

    Trend trend() {
        return overview.trend();
    }

    Optional<Assessment> week() {
        return overview.week().map(Finding::assessment);
    }

    /// As the mail has them; empty for a scope that the plan measures nothing of.
    Optional<ScoreTable> measures() {
        return week().flatMap(week -> ScoreTable.of(week, figures));
    }

    /// The day of the run-rates.
    LocalDate asOf() {
        return week().map(w -> w.frame().asOf()).orElse(trend().frame().settledThrough());
    }

    /// Of the plan's target table.
    Optional<Line> line(Series series) {
        return week().flatMap(
                        w ->
                                w.targets().lines().stream()
                                        .filter(line -> line.name().equals(series.name()))
                                        .findFirst());
    }

    /// The sum of what is asked for; the one category where only that is.
    Series whole() {
        return trend().total().orElseGet(() -> trend().series().getFirst());
    }
}
