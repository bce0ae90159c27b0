package dev.glidepath.store.evidence;

import static java.util.stream.Collectors.groupingBy;

import dev.glidepath.core.cost.Amounts;
import dev.glidepath.core.cost.CostLine;
import dev.glidepath.core.cost.DailyCost;
import dev.glidepath.core.cost.Dimensions;
import dev.glidepath.core.cost.Metric;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// What tells apart why days cost something else than before: category, service and charge. A
/// refund is one by its sign, so that amounts of two signs are never added; quantities say nothing
/// here.
final class Causes {

    private Causes() {}

    static List<CostLine> of(List<CostLine> lines) {
        return lines.stream().collect(groupingBy(line -> signs(line.amounts()))).values().stream()
                .flatMap(alike -> DailyCost.rollUp(alike, Causes::cause).stream())
                .toList();
    }

    /// Of each metric; `?` where it is not known.
    private static List<String> signs(Amounts amounts) {
        return Arrays.stream(Metric.values())
                .map(amounts::of)
                .map(amount -> amount == null ? "?" : Integer.toString(amount.signum()))
                .toList();
    }

    private static Dimensions cause(Dimensions of) {
        var charge = of.charge();
        return new Dimensions(
                of.currency(),
                of.service(),
                new Dimensions.SubAccount(null, null),
                null,
                new Dimensions.Charge(
                        charge.category(),
                        charge.chargeClass(),
                        null,
                        null,
                        charge.commitmentId(),
                        null),
                Map.of());
    }
}
