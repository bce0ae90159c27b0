package dev.glidepath.core.assess;

import dev.glidepath.core.cost.CostLine;
import dev.glidepath.core.cost.Dimensions;
import dev.glidepath.core.plan.Plan;
import dev.glidepath.core.plan.Rule;
import dev.glidepath.core.plan.Rule.Attribute;
import dev.glidepath.core.plan.Rule.Condition;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Finds the next rule among those of one or two attributes.
final class Ruling {

    private static final int LONGEST = 120;

    private final Map<Dimensions, BigDecimal> unallocated = new HashMap<>();
    private final Set<Dimensions> allocated = new LinkedHashSet<>();

    private Ruling(List<CostLine> lines, Plan.Basis basis) {
        for (var line : lines) {
            var what = withoutDetail(line.dimensions());
            if (!line.category().equals(CostLine.UNALLOCATED)) {
                allocated.add(what);
            } else if (CountedCost.counts(line, basis)) {
                unallocated.merge(what, CountedCost.amount(line, basis), BigDecimal::add);
            }
        }
    }

    /// @param lines all of them, whether they count or not: a rule takes them all
    static Optional<NextRule> of(List<CostLine> lines, Plan.Basis basis) {
        var ruling = new Ruling(lines, basis);
        return ruling.unallocated.keySet().stream()
                .flatMap(Ruling::rules)
                .distinct()
                .map(rule -> new NextRule(rule, ruling.takes(rule), ruling.all()))
                .filter(next -> next.cost().signum() > 0)
                .sorted(
                        Comparator.comparing(NextRule::cost)
                                .reversed()
                                .thenComparingInt(n -> n.rule().conditions().size())
                                .thenComparing(n -> n.rule().toText()))
                .filter(next -> ruling.allocated.stream().noneMatch(next.rule()::matches))
                .findFirst();
    }

    private BigDecimal takes(Rule rule) {
        return unallocated.entrySet().stream()
                .filter(e -> rule.matches(e.getKey()))
                .map(Map.Entry::getValue)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private BigDecimal all() {
        return unallocated.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static Stream<Rule> rules(Dimensions what) {
        var service = what.service();
        var provider = condition(Attribute.PROVIDER, service.provider());
        var named =
                condition(
                        Attribute.SERVICE,
                        service.code() == null ? service.name() : service.code());
        var account = condition(Attribute.ACCOUNT, what.subAccount().id());
        return Stream.of(
                        both(account, Optional.empty()),
                        both(provider, Optional.empty()),
                        both(named, Optional.empty()),
                        both(provider, account),
                        both(provider, named),
                        both(account, named))
                .flatMap(Optional::stream);
    }

    private static Optional<Rule> both(Optional<Condition> one, Optional<Condition> other) {
        var conditions = new ArrayList<Condition>();
        one.ifPresent(conditions::add);
        other.ifPresent(conditions::add);
        return conditions.isEmpty() ? Optional.empty() : Optional.of(new Rule(conditions));
    }

    /// Empty for a value that a plan cannot say, or that a mail would not show as it is.
    private static Optional<Condition> condition(Attribute attribute, @Nullable String value) {
        return Optional.ofNullable(value)
                .filter(v -> !v.isBlank() && v.strip().equals(v) && v.length() <= LONGEST)
                .filter(v -> v.codePoints().allMatch(Ruling::isPlain))
                .map(v -> new Condition(attribute, List.of(v)));
    }

    /// A star would stand for anything.
    private static boolean isPlain(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                    false;
            default -> c != '*';
        };
    }

    private static Dimensions withoutDetail(Dimensions d) {
        var none = new Dimensions.Charge("", null, null, null, null, null);
        return new Dimensions("", d.service(), d.subAccount(), null, none, Map.of());
    }
}
