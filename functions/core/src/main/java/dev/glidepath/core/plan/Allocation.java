package dev.glidepath.core.plan;

import dev.glidepath.core.cost.CostLine;
import dev.glidepath.core.cost.Dimensions;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Puts a charge into exactly one category: the first whose rules match, else Unallocated.
public record Allocation(List<Category> categories) implements Function<Dimensions, String> {

    /// Without a plan, everything is Unallocated.
    public static final Allocation NONE = new Allocation(List.of());

    public Allocation {
        categories = List.copyOf(categories);
    }

    @Override
    public String apply(Dimensions dimensions) {
        for (var category : categories) {
            if (category.rules().stream().anyMatch(rule -> rule.matches(dimensions))) {
                return category.name();
            }
        }
        return CostLine.UNALLOCATED;
    }

    /// The labels that the rules look at: what has to be read of each charge.
    public Set<String> labels() {
        return categories.stream()
                .flatMap(c -> c.rules().stream())
                .flatMap(r -> r.conditions().stream())
                .map(Rule.Condition::subject)
                .filter(Rule.Label.class::isInstance)
                .map(s -> ((Rule.Label) s).name())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
