package dev.glidepath.trends.format;

import static dev.glidepath.trends.format.Exact.plain;
import static dev.glidepath.trends.format.Exact.word;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.glidepath.core.assess.Finding;
import dev.glidepath.core.assess.Line;
import dev.glidepath.core.assess.Movers;
import dev.glidepath.core.assess.Standing;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.util.Optional;

/// The newest settled week as the mail has it, exact:
///
/// ```
/// {"week", "asOf", "held": ["…"],
///  "categories": [{"name", "owner", "status", "runRate", "allowed", "gap", "monthsAhead"}], "total": {…},
///  "movers": [{"provider", "service", "before", "after"}]}
/// ```
///
/// `status` is `ahead`, `on_track`, `behind`, `met`, `no_target` or `not_enough_data`. `movers` are
/// the largest and a last one, without a name, for all others; null when the weeks cannot be
/// compared.
final class WeekJson {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private WeekJson() {}

    static ObjectNode of(Finding finding) {
        var assessment = finding.assessment();
        var node =
                JSON.objectNode()
                        .put("week", assessment.frame().week().toString())
                        .put("asOf", assessment.frame().asOf().toString());
        var held = node.putArray("held");
        switch (finding) {
            case Finding.Sound _ -> {}
            case Finding.Held(_, var reasons) -> reasons.forEach(held::add);
        }
        var categories = node.putArray("categories");
        assessment.targets().lines().forEach(line -> categories.add(line(line)));
        node.set("total", line(assessment.targets().total()));
        switch (assessment.movers()) {
            case Movers.Compared compared -> addMovers(compared, node);
            case Movers.NotComparable _ -> node.putNull("movers");
        }
        return node;
    }

    private static ObjectNode line(Line line) {
        var node = JSON.objectNode().put("name", line.name()).put("owner", line.owner());
        return switch (line.standing()) {
            case Standing.Measured m ->
                    amounts(node, word(m.status()), m.runRate(), m.allowed(), m.gap())
                            .put("monthsAhead", months(m.pace()).map(Exact::plain).orElse(null));
            case Standing.NoTarget(var runRate) ->
                    amounts(node, "no_target", runRate, null, null).putNull("monthsAhead");
            case Standing.NotEnoughData(_, var allowed) ->
                    amounts(node, "not_enough_data", null, allowed.orElse(null), null)
                            .putNull("monthsAhead");
        };
    }

    private static ObjectNode amounts(
            ObjectNode node,
            String status,
            @Nullable BigDecimal runRate,
            @Nullable BigDecimal allowed,
            @Nullable BigDecimal gap) {
        return node.put("status", status)
                .put("runRate", plain(runRate))
                .put("allowed", plain(allowed))
                .put("gap", plain(gap));
    }

    /// Behind when negative; also where it is at least as many.
    static Optional<BigDecimal> months(Standing.Pace pace) {
        return switch (pace) {
            case Standing.Pace.Months(var months, _) -> Optional.of(months);
            case Standing.Pace.Undated() -> Optional.empty();
        };
    }

    private static void addMovers(Movers.Compared compared, ObjectNode node) {
        var movers = node.putArray("movers");
        for (var mover : compared.top()) {
            movers.add(mover(mover.provider(), mover.service(), mover.change()));
        }
        movers.add(mover(null, null, compared.others().change()));
    }

    private static ObjectNode mover(
            @Nullable String provider, @Nullable String service, Movers.Change change) {
        return JSON.objectNode()
                .put("provider", provider)
                .put("service", service)
                .put("before", plain(change.before()))
                .put("after", plain(change.after()));
    }
}
