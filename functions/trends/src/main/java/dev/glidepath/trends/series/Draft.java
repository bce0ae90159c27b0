package dev.glidepath.trends.series;

import static java.util.stream.Collectors.joining;

import dev.glidepath.core.cost.CostLine;
import dev.glidepath.core.figures.Names;
import dev.glidepath.core.plan.Category;
import dev.glidepath.core.plan.GlidePath;
import dev.glidepath.core.plan.Plan;
import dev.glidepath.trends.series.Series.Kind;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/// A line of a trend before it is summed.
record Draft(Kind kind, String name, String owner, Optional<GlidePath> path) {

    /// @param charged the categories that the scope's lines are in
    /// @throws IllegalArgumentException for a scope that there is not
    static List<Draft> of(Plan plan, Scope scope, Collection<String> charged) {
        var all = all(plan, charged);
        return switch (scope) {
            case Scope.All _ -> all;
            case Scope.OneCategory(var name) ->
                    require(
                            all.stream().filter(draft -> draft.name.equals(name)).toList(),
                            "\"%s\" is no category of the plan: use one of %s"
                                    .formatted(Names.clean(name), categories(plan)));
            case Scope.Owner(var name) ->
                    require(
                            all.stream()
                                    .filter(draft -> draft.kind == Kind.CATEGORY)
                                    .filter(draft -> draft.owner.equals(name))
                                    .toList(),
                            "\"%s\" owns no category of the plan: use one of %s"
                                    .formatted(Names.clean(name), owners(plan)));
            case Scope.Service(var name) ->
                    require(
                            part(all, charged),
                            "no charge of these days names the service \"%s\""
                                    .formatted(Names.clean(name)));
            case Scope.Account(var id) ->
                    require(
                            part(all, charged),
                            "no charge of these days names the account \"%s\""
                                    .formatted(Names.clean(id)));
        };
    }

    private static List<Draft> all(Plan plan, Collection<String> charged) {
        var drafts = new ArrayList<Draft>();
        for (var c : plan.categories()) {
            drafts.add(new Draft(Kind.CATEGORY, c.name(), c.owner(), Optional.of(c.target())));
        }
        drafts.add(new Draft(Kind.UNALLOCATED, CostLine.UNALLOCATED, "", Optional.empty()));
        var others = new TreeSet<>(charged);
        drafts.forEach(draft -> others.remove(draft.name));
        others.forEach(
                name -> drafts.add(new Draft(Kind.UNKNOWN_CATEGORY, name, "", Optional.empty())));
        return drafts;
    }

    /// A part of a category has no target.
    private static List<Draft> part(List<Draft> all, Collection<String> charged) {
        return all.stream()
                .filter(draft -> charged.contains(draft.name))
                .map(draft -> new Draft(draft.kind, draft.name, draft.owner, Optional.empty()))
                .toList();
    }

    private static List<Draft> require(List<Draft> drafts, String otherwise) {
        if (drafts.isEmpty()) {
            throw new IllegalArgumentException(otherwise);
        }
        return drafts;
    }

    private static String categories(Plan plan) {
        return Stream.concat(
                        plan.categories().stream().map(Category::name),
                        Stream.of(CostLine.UNALLOCATED))
                .collect(joining(", "));
    }

    private static String owners(Plan plan) {
        return plan.categories().stream()
                .map(Category::owner)
                .filter(owner -> !owner.isEmpty())
                .distinct()
                .collect(joining(", "));
    }
}
