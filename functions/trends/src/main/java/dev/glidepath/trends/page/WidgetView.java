package dev.glidepath.trends.page;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;

import dev.glidepath.core.figures.ProvisionalTable;
import dev.glidepath.core.figures.ScoreTable;
import dev.glidepath.trends.ask.Asked;
import dev.glidepath.trends.overview.Overview;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A part of the page, for a dashboard.
public sealed interface WidgetView {

    /// @param function whom a card's details are asked of; empty for nobody
    record Cost(
            Headline headline,
            Picture picture,
            Optional<ProvisionalTable> provisional,
            List<Card> cards,
            Optional<String> function)
            implements WidgetView {

        /// What to send to see a card's category alone.
        public String event(Card card) {
            return JsonNodeFactory.instance
                    .objectNode()
                    .put("widget", Asked.Part.COST.name().toLowerCase(Locale.ROOT))
                    .put("scope", card.scope())
                    .toString();
        }
    }

    record Moved(MoverTable table) implements WidgetView {}

    record Measured(ScoreTable table) implements WidgetView {}

    record Covered(CoverageTable table) implements WidgetView {}

    static WidgetView of(Overview overview, Asked.Drawn asked) {
        var shown = Shown.of(overview);
        return switch (asked.part()) {
            case COST ->
                    new Cost(
                            Headline.of(shown),
                            PageView.whole(shown),
                            shown.provisional(),
                            Card.of(shown),
                            asked.look().details());
            case MOVERS ->
                    new Moved(
                            MoverTable.of(shown)
                                    .orElseGet(
                                            () ->
                                                    new MoverTable(
                                                            List.of(),
                                                            List.of(),
                                                            "Movers are told of categories and"
                                                                    + " owners.")));
            case COVERAGE -> new Covered(CoverageTable.of(shown));
            case MEASURES ->
                    new Measured(
                            shown.measures()
                                    .orElseGet(
                                            () ->
                                                    new ScoreTable(
                                                            List.of(),
                                                            List.of(),
                                                            List.of(
                                                                    "The plan measures nothing of"
                                                                            + " this scope."))));
        };
    }
}
