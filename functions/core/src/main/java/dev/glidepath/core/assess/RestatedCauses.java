package dev.glidepath.core.assess;

import dev.glidepath.core.assess.Earlier.Replaced;
import dev.glidepath.core.assess.Restated.Cause;
import dev.glidepath.core.assess.Restated.Why;
import dev.glidepath.core.cost.CostLine;
import dev.glidepath.core.plan.Plan;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Finds what of earlier days changed most.
final class RestatedCauses {

    private record Key(Why why, String category, @Nullable String service) {}

    private final Map<Key, BigDecimal> changes = new HashMap<>();
    private final Map<Key, BigDecimal> before = new HashMap<>();

    private RestatedCauses() {}

    /// The largest that points the same way as all of them together; empty when they add up to
    /// nothing.
    static Optional<Cause> largest(List<Replaced> replaced, Set<LocalDate> days, Plan.Basis basis) {
        var causes = new RestatedCauses();
        for (var each : replaced) {
            var differing = each.differing();
            Restating.lines(differing.before(), days).forEach(l -> causes.add(l, basis, true));
            Restating.lines(differing.now(), days).forEach(l -> causes.add(l, basis, false));
        }
        return causes.largest();
    }

    private void add(CostLine line, Plan.Basis basis, boolean wasKnown) {
        if (CountedCost.counts(line, basis)) {
            var amount = CountedCost.amount(line, basis);
            var service = line.dimensions().service();
            var key =
                    new Key(
                            why(line, amount),
                            line.category(),
                            service.name() == null ? service.code() : service.name());
            changes.merge(key, wasKnown ? amount.negate() : amount, BigDecimal::add);
            if (wasKnown) {
                before.merge(key, amount, BigDecimal::add);
            }
        }
    }

    private Optional<Cause> largest() {
        int direction = changes.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add).signum();
        return changes.entrySet().stream()
                .filter(e -> e.getValue().signum() * direction > 0)
                .map(e -> cause(e.getKey(), e.getValue()))
                .min(
                        Comparator.comparing((Cause c) -> c.change().abs().negate())
                                .thenComparing(Cause::toString));
    }

    private Cause cause(Key key, BigDecimal change) {
        boolean late = key.why() == Why.USAGE_CHANGED && !before.containsKey(key);
        return new Cause(
                late ? Why.USAGE_CAME_LATE : key.why(), key.category(), key.service(), change);
    }

    private static Why why(CostLine line, BigDecimal amount) {
        var charge = line.dimensions().charge();
        if ("Correction".equals(charge.chargeClass())) {
            return amount.signum() < 0 ? Why.REFUND : Why.CORRECTION;
        }
        return switch (charge.category()) {
            case "Credit" -> Why.CREDIT;
            case "Tax" -> Why.TAX;
            case "Purchase" -> Why.FEE;
            case "Adjustment" -> Why.REFUND;
            default ->
                    amount.signum() < 0 && charge.commitmentId() == null
                            ? Why.REFUND
                            : Why.USAGE_CHANGED;
        };
    }
}
