package dev.glidepath.trends.format;

import static dev.glidepath.trends.format.Exact.plain;
import static dev.glidepath.trends.format.Exact.word;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.glidepath.trends.series.Period;
import dev.glidepath.trends.series.Scope;
import dev.glidepath.trends.series.Series;
import dev.glidepath.trends.series.Trend;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// A trend for programs. Amounts are exact decimals as strings; null is unknown, not zero, and for
/// `allowed` that the plan sets no target. `points` are in the order of `periods`; `total` is null
/// when one category is asked for.
///
/// ```
/// {"plan", "asOf", "settledThrough", "currency", "metric", "grain", "from", "through", "scope", "category",
///  "periods": [{"period", "from", "through", "days", "knownDays", "settledDays", "complete",
///               "notCounted": {"Tax": "…"}, "otherCurrencies": {"EUR": "…"}, "unpricedRows"}],
///  "series": [{"kind", "name", "owner", "points": [{"period", "cost", "allowed", "gap"}]}],
///  "total": {…}}
/// ```
///
/// `kind` is `category`, `unallocated`, `unknown_category` or `total`. What the plan does not count
/// and other currencies are in no series. `gap` is cost minus allowed, for complete periods only.
public final class TrendJson {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private TrendJson() {}

    public static ObjectNode of(Trend trend) {
        var frame = trend.frame();
        var root =
                JSON.objectNode()
                        .put("plan", frame.planId())
                        .put("asOf", frame.asOf().toString())
                        .put("settledThrough", frame.settledThrough().toString())
                        .put("currency", frame.basis().currency())
                        .put("metric", word(frame.basis().metric()))
                        .put("grain", word(frame.range().grain()))
                        .put("from", frame.range().days().start().toString())
                        .put("through", frame.range().through().toString())
                        .put("scope", frame.scope().text())
                        .put("category", category(frame.scope()));
        var periods = root.putArray("periods");
        trend.periods().forEach(period -> periods.add(period(period)));
        var series = root.putArray("series");
        trend.series().forEach(one -> series.add(series(one, trend.periods())));
        root.set("total", trend.total().map(t -> series(t, trend.periods())).orElse(null));
        return root;
    }

    private static ObjectNode period(Period period) {
        var node =
                JSON.objectNode()
                        .put("period", period.name())
                        .put("from", period.days().start().toString())
                        .put("through", period.days().end().minusDays(1).toString())
                        .put("days", period.state().days())
                        .put("knownDays", period.state().knownDays())
                        .put("settledDays", period.state().settledDays())
                        .put("complete", period.state().complete());
        var notCounted = node.putObject("notCounted");
        period.bill()
                .notCounted()
                .forEach(n -> notCounted.put(n.chargeCategory(), plain(n.amount())));
        var others = node.putObject("otherCurrencies");
        period.bill()
                .otherCurrencies()
                .forEach(money -> others.put(money.currency(), plain(money.amount())));
        return node.put("unpricedRows", period.bill().unpriced());
    }

    private static ObjectNode series(Series series, List<Period> periods) {
        var node =
                JSON.objectNode()
                        .put("kind", word(series.kind()))
                        .put("name", series.name())
                        .put("owner", series.owner());
        node.set("points", points(series, periods));
        return node;
    }

    private static ArrayNode points(Series series, List<Period> periods) {
        var points = JSON.arrayNode();
        for (int i = 0; i < periods.size(); i++) {
            var point = series.points().get(i);
            points.addObject()
                    .put("period", periods.get(i).name())
                    .put("cost", plain(point.cost()))
                    .put("allowed", plain(point.allowed()))
                    .put("gap", plain(point.gap()));
        }
        return points;
    }

    private static @Nullable String category(Scope scope) {
        return switch (scope) {
            case Scope.OneCategory(var name) -> name;
            case Scope.All _, Scope.Owner _, Scope.Service _, Scope.Account _ -> null;
        };
    }
}
