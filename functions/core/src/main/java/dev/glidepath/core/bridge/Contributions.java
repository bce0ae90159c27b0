package dev.glidepath.core.bridge;

import dev.glidepath.core.bridge.Step.Kind;
import dev.glidepath.core.bridge.Step.Part;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Adds up what each cause contributes to each step.
final class Contributions {

    private final Map<Kind, Map<Cause, BigDecimal>> amounts = new EnumMap<>(Kind.class);

    void add(Kind kind, Cause cause, BigDecimal amount) {
        amounts.computeIfAbsent(kind, _ -> new HashMap<>()).merge(cause, amount, BigDecimal::add);
    }

    List<Step> steps() {
        return amounts.entrySet().stream()
                .map(e -> step(e.getKey(), e.getValue()))
                .filter(step -> step.amount().signum() != 0)
                .toList();
    }

    private static Step step(Kind kind, Map<Cause, BigDecimal> causes) {
        var sum = causes.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        var largest =
                causes.entrySet().stream()
                        .map(e -> new Part(e.getKey(), e.getValue()))
                        .filter(p -> p.amount().signum() * sum.signum() >= 0)
                        .min(
                                Comparator.comparing((Part p) -> p.amount().abs().negate())
                                        .thenComparing(Part::cause, Cause.BY_NAME))
                        .orElseThrow();
        return new Step(kind, sum, largest);
    }
}
