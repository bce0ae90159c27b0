package dev.glidepath.trends.format;

import static dev.glidepath.trends.format.Exact.plain;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.glidepath.core.assess.Assessment;
import dev.glidepath.core.assess.Finding;
import dev.glidepath.core.assess.Provisional;
import dev.glidepath.core.assess.Settled;
import dev.glidepath.trends.overview.Overview;
import dev.glidepath.trends.overview.Overview.Reliance;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.NavigableMap;
import java.util.TreeMap;

/// All that the page shows, for programs: [TrendJson], and beside it
///
/// ```
/// {…, "provisional": {"from", "through", "categories": [{"name", "amount", "days": {"2026-05-11": "…"}}],
///                     "total", "month": {"settled", "estimated"}, "unnamed", "track"},
///  "week": {…}, "measures": […], "coverage": {"from", "through", "exports": […]}}
/// ```
///
/// What is provisional is in no other number. `provisional`, `week` and `measures` are null where
/// there is nothing to tell of the scope.
public final class OverviewJson {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private OverviewJson() {}

    public static ObjectNode of(Overview overview) {
        var root = TrendJson.of(overview.trend());
        root.set("provisional", overview.provisional().map(OverviewJson::provisional).orElse(null));
        root.set("week", overview.week().map(WeekJson::of).orElse(null));
        root.set(
                "measures",
                overview.week()
                        .map(Finding::assessment)
                        .map(Assessment::scorecard)
                        .filter(scorecard -> !scorecard.scores().isEmpty())
                        .map(MeasuresJson::of)
                        .orElse(null));
        root.set("coverage", coverage(overview.reliance()));
        return root;
    }

    private static ObjectNode provisional(Provisional provisional) {
        var node =
                JSON.objectNode()
                        .put("from", provisional.from().toString())
                        .put("through", provisional.through().toString());
        var categories = node.putArray("categories");
        for (var line : provisional.lines()) {
            categories
                    .addObject()
                    .put("name", line.category())
                    .put("amount", plain(line.amount()))
                    .set("days", days(line.days()));
        }
        node.put("total", plain(provisional.total()))
                .putObject("month")
                .put("settled", plain(provisional.month().settled()))
                .put("estimated", plain(provisional.month().estimated()));
        var unnamed = node.putArray("unnamed");
        provisional.unnamed().forEach(unnamed::add);
        node.set("track", provisional.track().map(OverviewJson::track).orElse(null));
        return node;
    }

    private static ObjectNode days(NavigableMap<LocalDate, BigDecimal> amounts) {
        var days = JSON.objectNode();
        amounts.forEach((day, amount) -> days.put(day.toString(), plain(amount)));
        return days;
    }

    private static ObjectNode track(Provisional.Track track) {
        return JSON.objectNode()
                .put("days", track.days())
                .put("median", plain(track.median()))
                .put("worst", plain(track.worst()))
                .put("worstDay", track.worstDay().toString());
    }

    private static ObjectNode coverage(Reliance reliance) {
        var node =
                JSON.objectNode()
                        .put("from", reliance.days().start().toString())
                        .put("through", reliance.days().end().minusDays(1).toString());
        var exports = node.putArray("exports");
        new TreeMap<>(reliance.coverage().known())
                .forEach(
                        (name, known) -> {
                            var inside =
                                    known.subSet(
                                            reliance.days().start(),
                                            true,
                                            reliance.days().end(),
                                            false);
                            var delivered = reliance.delivered().get(name);
                            exports.addObject()
                                    .put("name", name)
                                    .put(
                                            "delivered",
                                            delivered == null ? null : delivered.toString())
                                    .put("settlesAfterDays", lag(reliance.settled(), name))
                                    .put("silent", reliance.settled().silent().contains(name))
                                    .put("knownDays", inside.size());
                        });
        return node;
    }

    private static @Nullable Integer lag(Settled settled, String export) {
        var lag = settled.lags().get(export);
        return lag == null ? null : lag.days();
    }
}
