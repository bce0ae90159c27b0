package dev.glidepath.core.plan;

import dev.glidepath.core.plan.GlidePath.Milestone;
import dev.glidepath.core.plan.PlanChange.Amount;
import dev.glidepath.core.plan.PlanChange.Count;
import dev.glidepath.core.plan.PlanChange.Reason;
import dev.glidepath.core.plan.PlanChange.Stated;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Compares a plan with the one before it.
public final class PlanChanges {

    private final Plan before;
    private final Plan now;
    private final List<PlanChange> changes = new ArrayList<>();

    private PlanChanges(Plan before, Plan now) {
        this.before = before;
        this.now = now;
    }

    /// In the order of the plan; its reasons last.
    public static List<PlanChange> between(Plan before, Plan now) {
        var changes = new PlanChanges(before, now);
        changes.basis();
        changes.categories();
        changes.scorecard();
        changes.count("recipients", p -> p.recipients());
        now.amendments().stream()
                .filter(a -> !before.amendments().contains(a))
                .forEach(a -> changes.changes.add(new Reason(a)));
        return List.copyOf(changes.changes);
    }

    private void basis() {
        stated("", "the currency", p -> p.basis().currency());
        stated("", "the start", p -> p.basis().start());
        stated("", "the cost metric", p -> p.basis().metric());
        stated("", "the tolerance", p -> p.basis().tolerance());
        stated("", "which charge categories count", p -> p.basis().charges());
        stated("", "what is non-production", Plan::nonProduction);
    }

    private void categories() {
        var old = byName(before);
        var young = byName(now);
        var names = new LinkedHashSet<>(young.keySet());
        names.addAll(old.keySet());
        for (var name : names) {
            var was = Optional.ofNullable(old.get(name));
            var is = Optional.ofNullable(young.get(name));
            if (was.isEmpty() || is.isEmpty()) {
                changes.add(new Stated(name, is.isEmpty() ? "taken out" : "put in"));
            } else {
                category(was.get(), is.get());
            }
        }
    }

    private void category(Category was, Category is) {
        var old = amounts(was.target());
        var young = amounts(is.target());
        var days = new LinkedHashSet<>(young.keySet());
        days.addAll(old.keySet());
        for (var day : days) {
            var amount =
                    new Amount(
                            is.name(),
                            day,
                            Optional.ofNullable(old.get(day)),
                            Optional.ofNullable(young.get(day)));
            if (!amount.before().equals(amount.now())) {
                changes.add(amount);
            }
        }
        if (!was.rules().equals(is.rules())) {
            changes.add(new Stated(is.name(), "its match rules"));
        }
        if (!was.owner().equals(is.owner())) {
            changes.add(new Stated(is.name(), "its owner"));
        }
    }

    private void scorecard() {
        count("measures", p -> p.scorecard().measures());
        count("initiatives", p -> p.scorecard().initiatives());
        count("actions", p -> p.scorecard().actions());
    }

    private void stated(String category, String what, Function<Plan, Object> part) {
        if (!part.apply(before).equals(part.apply(now))) {
            changes.add(new Stated(category, what));
        }
    }

    private void count(String what, Function<Plan, List<?>> part) {
        var was = part.apply(before);
        var is = part.apply(now);
        if (!was.equals(is)) {
            changes.add(new Count(what, was.size(), is.size()));
        }
    }

    private static Map<String, Category> byName(Plan plan) {
        var named = new LinkedHashMap<String, Category>();
        plan.categories().forEach(c -> named.put(c.name(), c));
        return named;
    }

    private static Map<String, BigDecimal> amounts(GlidePath path) {
        var amounts = new LinkedHashMap<String, BigDecimal>();
        amounts.put("baseline", path.baseline().amount());
        for (Milestone milestone : path.milestones()) {
            amounts.put(milestone.label() + " (" + milestone.date() + ")", milestone.amount());
        }
        return amounts;
    }
}
