package dev.glidepath.core.figures;

import dev.glidepath.core.assess.Scorecard;
import dev.glidepath.core.assess.Scorecard.Score;
import dev.glidepath.core.assess.Scorecard.Verdict;
import dev.glidepath.core.plan.Source;

import java.util.LinkedHashMap;
import java.util.stream.Collectors;

/// How many measures are where; one that stands in two tables is counted once.
final class ScoreTally {

    private ScoreTally() {}

    static String of(Scorecard scorecard) {
        var counts = new LinkedHashMap<String, Integer>();
        for (var word :
                new String[] {
                    "ahead",
                    "met",
                    "on track",
                    "behind",
                    "not met",
                    "without enough data",
                    "without a target"
                }) {
            counts.put(word, 0);
        }
        scorecard.scores().stream()
                .filter(s -> !(s.measure().source() instanceof Source.SameAs))
                .forEach(s -> counts.merge(word(s), 1, Integer::sum));
        int all = counts.values().stream().mapToInt(Integer::intValue).sum();
        return all
                + " measures: "
                + counts.entrySet().stream()
                        .filter(count -> count.getValue() > 0)
                        .map(count -> count.getValue() + " " + count.getKey())
                        .collect(Collectors.joining(", "))
                + ". One that stands in two tables is counted once.";
    }

    private static String word(Score score) {
        return switch (score.verdict()) {
            case Verdict.OnPath p ->
                    switch (p.status()) {
                        case AHEAD -> "ahead";
                        case ON_TRACK -> "on track";
                        case BEHIND -> "behind";
                        case MET -> "met";
                    };
            case Verdict.Undated(boolean met) -> met ? "met" : "not met";
            case Verdict.NotEnoughData _ -> "without enough data";
            case Verdict.NoTarget() -> "without a target";
        };
    }
}
