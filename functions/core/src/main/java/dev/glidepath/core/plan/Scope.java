package dev.glidepath.core.plan;

import java.util.List;

/// What a recipient's mail is about. Nothing else is in it.
public sealed interface Scope {

    /// All categories, Unallocated, and the total.
    record All() implements Scope {}

    /// Some of the categories, with their targets.
    record Categories(List<String> names) implements Scope {
        public Categories {
            names = List.copyOf(names);
        }
    }

    /// The charges that the rule matches, of accounts or with a tag, in whichever categories they
    /// are. Targets are set for categories: such charges have none.
    record Charges(Rule rule) implements Scope {}

    /// All of them when none is named.
    static Scope of(List<String> categories) {
        return categories.isEmpty() ? new All() : new Categories(categories);
    }

    /// For people; empty for all.
    default List<String> words() {
        return switch (this) {
            case All() -> List.of();
            case Categories(var names) -> names;
            case Charges(var rule) -> List.of(rule.toText());
        };
    }
}
