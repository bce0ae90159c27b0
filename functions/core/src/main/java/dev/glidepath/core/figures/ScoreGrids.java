package dev.glidepath.core.figures;

import dev.glidepath.core.assess.Scorecard.Origin;
import dev.glidepath.core.assess.Scorecard.Score;
import dev.glidepath.core.assess.Scorecard.Verdict;
import dev.glidepath.core.figures.ScoreTable.Grid;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// Groups that have the same measures and no target: a line for each group.
///
/// @param groups their names
record ScoreGrids(Set<String> groups, List<Grid> grids) {

    static ScoreGrids of(Map<String, List<Score>> groups, Quantities quantities) {
        var alike = new LinkedHashMap<List<String>, List<String>>();
        groups.forEach(
                (name, scores) -> {
                    if (scores.stream().allMatch(ScoreGrids::isPlain)) {
                        alike.computeIfAbsent(names(scores), _ -> new ArrayList<>()).add(name);
                    }
                });
        alike.values().removeIf(names -> names.size() < 2);
        var grids = new ArrayList<Grid>();
        alike.forEach(
                (columns, names) ->
                        grids.add(
                                new Grid(
                                        columns,
                                        names.stream()
                                                .map(
                                                        n ->
                                                                line(
                                                                        n,
                                                                        groups.getOrDefault(
                                                                                n, List.of()),
                                                                        quantities))
                                                .toList())));
        return new ScoreGrids(
                Set.copyOf(alike.values().stream().flatMap(List::stream).toList()), grids);
    }

    boolean contains(String group) {
        return groups.contains(group);
    }

    private static boolean isPlain(Score score) {
        return score.verdict() instanceof Verdict.NoTarget && score.measure().benchmark().isEmpty();
    }

    private static List<String> names(List<Score> scores) {
        return scores.stream().map(s -> Names.clean(s.measure().name())).toList();
    }

    private static List<String> line(String group, List<Score> scores, Quantities quantities) {
        return Stream.concat(
                        Stream.of(Names.clean(group) + age(scores)),
                        scores.stream().map(s -> value(s, quantities)))
                .toList();
    }

    private static String value(Score score, Quantities quantities) {
        return score.latest()
                .map(l -> quantities.value(score.measure().unit().kind(), l.value()))
                .orElse(Figures.NONE);
    }

    private static String age(List<Score> scores) {
        return scores.stream()
                .flatMap(s -> s.latest().stream())
                .flatMap(
                        l ->
                                l.origin() instanceof Origin.Stated(long days, boolean fresh)
                                                && !fresh
                                        ? Stream.of(days)
                                        : Stream.<Long>empty())
                .max(Long::compare)
                .map(days -> ", " + days + " days old")
                .orElse("");
    }
}
