package dev.glidepath.trends.page;

import dev.glidepath.core.assess.Line;
import dev.glidepath.core.assess.Standing;
import dev.glidepath.core.figures.Figures;
import dev.glidepath.core.figures.Names;
import dev.glidepath.core.figures.TargetAmounts;
import dev.glidepath.core.figures.Tone;
import dev.glidepath.core.figures.Words;
import dev.glidepath.trends.series.Scope;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One category: where it stands, and its picture.
///
/// @param owner empty when nobody is named
/// @param state empty where there is nothing to hold it against
/// @param scope what to ask for to see it alone
public record Card(
        String name, String owner, Optional<State> state, String scope, Picture picture) {

    /// As the mail has it; amounts per month.
    public record State(
            Tone tone, String status, String pace, String runRate, String allowed, String gap) {}

    /// Of each series of the trend, when they are parts of a whole.
    static List<Card> of(Shown shown) {
        if (shown.trend().total().isEmpty()) {
            return List.of();
        }
        var states = states(shown);
        var cards = new ArrayList<Card>();
        for (var series : shown.trend().series()) {
            var id = "part-" + (cards.size() + 1);
            cards.add(
                    new Card(
                            Names.clean(series.name(), "(no name)"),
                            Names.clean(series.owner()),
                            Optional.ofNullable(states.get(series.name())),
                            new Scope.OneCategory(series.name()).text(),
                            Picture.of(id, shown, series, shown.line(series), false)));
        }
        return cards;
    }

    private static Map<String, State> states(Shown shown) {
        var states = new HashMap<String, State>();
        shown.week()
                .ifPresent(
                        week -> {
                            var lines = week.targets().lines();
                            var amounts = TargetAmounts.ofLines(week.targets(), shown.figures());
                            for (int i = 0; i < lines.size(); i++) {
                                var state = state(lines.get(i), amounts.get(i), shown.figures());
                                states.put(lines.get(i).name(), state);
                            }
                        });
        return states;
    }

    static State state(Line line, TargetAmounts amounts, Figures figures) {
        var standing = line.standing();
        return new State(
                Tone.of(standing),
                Words.status(standing),
                standing instanceof Standing.Measured m ? Words.pace(m.pace(), figures) : "",
                amounts.runRate().map(figures::money).orElse(Figures.NONE),
                amounts.allowed().map(figures::money).orElse(Figures.NONE),
                amounts.gap().map(figures::signed).orElse(Figures.NONE));
    }
}
