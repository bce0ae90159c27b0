package dev.glidepath.trends.format;

import static dev.glidepath.trends.format.Exact.plain;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.glidepath.core.assess.Scorecard;
import dev.glidepath.core.assess.Scorecard.Latest;
import dev.glidepath.core.assess.Scorecard.Origin;
import dev.glidepath.core.assess.Scorecard.Score;
import dev.glidepath.core.assess.Scorecard.Verdict;
import dev.glidepath.core.plan.Measure;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;

/// The plan's measures, line by line in its order:
///
/// ```
/// [{"group", "name", "unit", "higherIsBetter", "value", "date", "origin", "weekBefore", "status", "asked",
///   "monthsAhead", "since", "milestones": [{"label", "date", "value"}], "target", "beyond",
///   "benchmark", "versusBenchmark"}]
/// ```
///
/// `status` is `ahead`, `on_track`, `behind`, `met`, `not_met`, `no_target` or `not_enough_data`,
/// and then `since` says since when. `asked` is what the glide path asks on the day.
final class MeasuresJson {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private MeasuresJson() {}

    static ArrayNode of(Scorecard scorecard) {
        var measures = JSON.arrayNode();
        scorecard.scores().forEach(score -> measures.add(measure(score)));
        return measures;
    }

    private static ObjectNode measure(Score score) {
        var measure = score.measure();
        var node =
                JSON.objectNode()
                        .put("group", measure.group())
                        .put("name", measure.name())
                        .put("unit", Exact.word(measure.unit().kind()))
                        .put("higherIsBetter", measure.unit().higherIsBetter())
                        .put(
                                "value",
                                score.latest().map(Latest::value).map(Exact::plain).orElse(null))
                        .put("date", score.latest().map(l -> l.date().toString()).orElse(null))
                        .put(
                                "origin",
                                score.latest()
                                        .map(Latest::origin)
                                        .map(MeasuresJson::word)
                                        .orElse(null))
                        .put("weekBefore", score.before().map(Exact::plain).orElse(null));
        addVerdict(score.verdict(), node);
        addTargets(measure, node);
        return node.put("benchmark", measure.benchmark().map(Exact::plain).orElse(null))
                .put("versusBenchmark", score.benchmark().map(Exact::word).orElse(null));
    }

    private static String word(Origin origin) {
        return switch (origin) {
            case Origin.Stated _ -> "stated";
            case Origin.Metered _ -> "metered";
            case Origin.Computed() -> "computed";
        };
    }

    private static void addVerdict(Verdict verdict, ObjectNode node) {
        switch (verdict) {
            case Verdict.OnPath(var status, var asked, var pace) ->
                    add(node, Exact.word(status), asked, WeekJson.months(pace).orElse(null), null);
            case Verdict.Undated(boolean met) ->
                    add(node, met ? "met" : "not_met", null, null, null);
            case Verdict.NoTarget() -> add(node, "no_target", null, null, null);
            case Verdict.NotEnoughData(var since, var asked) ->
                    add(node, "not_enough_data", asked.orElse(null), null, since.toString());
        }
    }

    private static void add(
            ObjectNode node,
            String status,
            @Nullable BigDecimal asked,
            @Nullable BigDecimal months,
            @Nullable String since) {
        node.put("status", status)
                .put("asked", plain(asked))
                .put("monthsAhead", plain(months))
                .put("since", since);
    }

    private static void addTargets(Measure measure, ObjectNode node) {
        var milestones = node.putArray("milestones");
        measure.milestones()
                .forEach(
                        m ->
                                milestones
                                        .addObject()
                                        .put("label", m.label())
                                        .put("date", m.date().toString())
                                        .put("value", plain(m.amount())));
        node.put(
                        "target",
                        measure.target().map(Measure.Target::value).map(Exact::plain).orElse(null))
                .put("beyond", measure.target().map(Measure.Target::beyond).orElse(false));
    }
}
