package dev.glidepath.trends.page;

import dev.glidepath.core.figures.Names;
import dev.glidepath.core.figures.ProvisionalTable;
import dev.glidepath.core.figures.ScoreTable;
import dev.glidepath.trends.overview.Overview;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The page, with every text and figure as it is shown.
///
/// @param cards of the parts of what is asked for; empty where it has none
public record PageView(
        String title,
        Headline headline,
        Controls controls,
        Picture picture,
        Optional<ProvisionalTable> provisional,
        List<Card> cards,
        Optional<MoverTable> movers,
        Optional<ScoreTable> measures,
        CoverageTable coverage,
        List<String> notes,
        String plan) {

    /// @param texts the question as an address has it
    public static PageView of(Overview overview, Map<String, String> texts) {
        var shown = Shown.of(overview);
        var headline = Headline.of(shown);
        var plan = overview.plan();
        return new PageView(
                "%s · %s".formatted(headline.scope(), Names.clean(plan.basis().name())),
                headline,
                Controls.of(overview, texts),
                whole(shown),
                shown.provisional(),
                Card.of(shown),
                MoverTable.of(shown),
                shown.measures(),
                CoverageTable.of(shown),
                Notes.of(shown),
                "%s, version %s".formatted(Names.clean(plan.basis().name()), plan.id()));
    }

    static Picture whole(Shown shown) {
        var line = shown.week().map(week -> week.targets().total());
        return Picture.of("whole", shown, shown.whole(), line, true);
    }
}
