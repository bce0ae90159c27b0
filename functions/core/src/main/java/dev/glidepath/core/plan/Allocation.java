package dev.glidepath.core.plan;

import dev.glidepath.core.cost.CostLine;
import dev.glidepath.core.cost.Dimensions;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Puts a charge into exactly one category: the first whose rules match, else Unallocated.
///
/// @param named labels that no rule looks at and a recipient's scope does
public record Allocation(List<Category> categories, Set<String> named)
        implements Function<Dimensions, String> {

    /// Without a plan, everything is Unallocated.
    public static final Allocation NONE = new Allocation(List.of());

    public Allocation {
        categories = List.copyOf(categories);
        var rules = ofRules(categories);
        named = named.stream().filter(n -> !rules.contains(n)).collect(Collectors.toSet());
    }

    public Allocation(List<Category> categories) {
        this(categories, Set.of());
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

    /// The labels that have to be read of each charge.
    public Set<String> labels() {
        var labels = ofRules(categories);
        labels.addAll(named);
        return labels;
    }

    private static Set<String> ofRules(List<Category> categories) {
        return categories.stream()
                .flatMap(c -> c.rules().stream())
                .flatMap(Rule::labels)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /// Equal for equal rules, whatever the targets are; `none` without rules. Days that were
    /// allocated by another version have to be allocated anew.
    public String version() {
        if (categories.isEmpty() && named.isEmpty()) {
            return "none";
        }
        var text = new StringBuilder();
        for (var category : categories) {
            append(text, category.name());
            for (var rule : category.rules()) {
                text.append('{');
                rule.conditions().forEach(c -> append(text, c));
                text.append('}');
            }
        }
        new TreeSet<>(named).forEach(name -> append(text, name));
        return Version.of(text.toString());
    }

    private static void append(StringBuilder text, Rule.Condition condition) {
        switch (condition.subject()) {
            case Rule.Attribute attribute -> append(text, attribute.name());
            case Rule.Label label -> append(text, label.name());
        }
        text.append('[');
        condition.patterns().forEach(p -> append(text, p));
        text.append(']');
    }

    private static void append(StringBuilder text, String part) {
        text.append(part.length()).append(':').append(part);
    }
}
