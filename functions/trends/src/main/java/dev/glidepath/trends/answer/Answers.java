package dev.glidepath.trends.answer;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;

import dev.glidepath.core.plan.Plan;
import dev.glidepath.store.Snapshots;
import dev.glidepath.trends.ask.Asked;
import dev.glidepath.trends.format.MeasuresCsv;
import dev.glidepath.trends.format.OverviewJson;
import dev.glidepath.trends.format.TrendCsv;
import dev.glidepath.trends.overview.Overviews;
import dev.glidepath.trends.page.Html;
import dev.glidepath.trends.page.PageView;
import dev.glidepath.trends.page.WidgetView;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/// Answers what is asked, as of now unless another time is asked for.
public final class Answers {

    private final Overviews overviews;
    private final InstantSource clock;

    public Answers(Snapshots snapshots, Plan plan, InstantSource clock) {
        this.overviews = new Overviews(snapshots, plan);
        this.clock = clock;
    }

    /// @throws IllegalArgumentException for a question that has no answer, with what to ask instead
    public Answer answer(Asked asked) {
        return switch (asked) {
            case Asked.Described _ ->
                    new Answer(
                            Answer.Type.JSON,
                            JsonNodeFactory.instance
                                    .objectNode()
                                    .put("markdown", Documents.WIDGETS)
                                    .toString());
            case Asked.Told told -> told(told);
            case Asked.Drawn drawn ->
                    new Answer(
                            Answer.Type.HTML,
                            Html.of(
                                    WidgetView.of(
                                            overviews.overview(drawn.question(), clock.instant()),
                                            drawn),
                                    drawn.look().dark()));
        };
    }

    private Answer told(Asked.Told told) {
        var overview = overviews.overview(told.question(), at(told.asOf()));
        return switch (told.form()) {
            case JSON -> new Answer(Answer.Type.JSON, OverviewJson.of(overview).toString());
            case CSV -> new Answer(Answer.Type.CSV, TrendCsv.of(overview));
            case MEASURES -> new Answer(Answer.Type.CSV, MeasuresCsv.of(overview));
            case HTML -> new Answer(Answer.Type.HTML, Html.of(PageView.of(overview, told.texts())));
        };
    }

    private Instant at(Optional<Instant> asOf) {
        return asOf.orElseGet(clock::instant);
    }
}
