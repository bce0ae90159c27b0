package dev.glidepath.core.figures;

import dev.glidepath.core.assess.Assessment;
import dev.glidepath.core.assess.Scorecard;
import dev.glidepath.core.assess.Scorecard.Score;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The plan's measures, line by line, each with its targets. Groups of the same measures without
/// targets stand in one table, a line each.
public record ScoreTable(List<Group> groups, List<Grid> grids, List<String> notes) {

    public record Group(String name, List<Row> rows) {}

    /// @param targets with their dates, and the benchmark
    public record Row(String name, String value, String targets, String status, Tone tone) {

        public boolean isPlain() {
            return tone == Tone.NEUTRAL;
        }
    }

    /// @param lines a group's name and its values, one for each column
    public record Grid(List<String> columns, List<List<String>> lines) {}

    /// Empty where nothing of it may be shown.
    public static Optional<ScoreTable> of(Assessment assessment, Figures figures) {
        var scorecard = assessment.scorecard();
        if (scorecard.scores().isEmpty()) {
            return Optional.empty();
        }
        var groups = new LinkedHashMap<String, List<Score>>();
        for (var score : scorecard.scores()) {
            groups.computeIfAbsent(score.measure().group(), _ -> new ArrayList<>()).add(score);
        }
        var plain = ScoreGrids.of(groups, new Quantities(figures));
        var rows = new ScoreRows(new Quantities(figures));
        return Optional.of(
                new ScoreTable(
                        groups.entrySet().stream()
                                .filter(group -> !plain.contains(group.getKey()))
                                .map(group -> group(group, rows))
                                .toList(),
                        plain.grids(),
                        notes(scorecard, assessment, figures)));
    }

    private static Group group(Map.Entry<String, List<Score>> group, ScoreRows rows) {
        return new Group(
                Names.clean(group.getKey()), group.getValue().stream().map(rows::row).toList());
    }

    private static List<String> notes(Scorecard scorecard, Assessment assessment, Figures figures) {
        var tolerance = figures.percent(assessment.frame().basis().tolerance());
        return List.of(
                ScoreTally.of(scorecard),
                "On track: within "
                        + tolerance
                        + " of the way from the first value to the last target. Asked: the plan's"
                        + " glide path on the day. Old: stated too long ago to say how things"
                        + " are.");
    }
}
