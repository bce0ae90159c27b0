package dev.glidepath.core.plan;

import dev.glidepath.core.cost.Dimensions;

import java.util.List;
import java.util.stream.Stream;

/// What nobody needs at night and at weekends.
///
/// @param rules a charge is of it when one of them matches
/// @param weekdayHours in which it is needed, from Monday to Friday
public record NonProduction(List<Rule> rules, int weekdayHours) {

    public NonProduction {
        rules = List.copyOf(rules);
    }

    public boolean has(Dimensions dimensions) {
        return rules.stream().anyMatch(rule -> rule.matches(dimensions));
    }

    Stream<String> labels() {
        return rules.stream().flatMap(Rule::labels);
    }
}
