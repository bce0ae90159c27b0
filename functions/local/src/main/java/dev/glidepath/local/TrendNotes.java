package dev.glidepath.local;

import dev.glidepath.core.figures.Figures;
import dev.glidepath.trends.page.Notes;
import dev.glidepath.trends.series.Trend;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What stands below a trend: how far it can be relied upon, and what was billed and is in no line.
record TrendNotes(Trend trend, Figures figures, int mostBlocks) {

    String text() {
        return Stream.concat(periods(), Notes.of(trend, figures).stream())
                .map(note -> note + "\n")
                .collect(Collectors.joining());
    }

    private Stream<String> periods() {
        boolean complete = trend.periods().stream().allMatch(p -> p.state().complete());
        return Stream.concat(
                complete
                        ? Stream.empty()
                        : Stream.of(
                                "* not complete, · in the picture: days are not settled, not known"
                                        + " or outside the range."),
                trend.periods().size() <= mostBlocks
                        ? Stream.empty()
                        : Stream.of(
                                "The pictures show the newest %d periods.".formatted(mostBlocks)));
    }
}
