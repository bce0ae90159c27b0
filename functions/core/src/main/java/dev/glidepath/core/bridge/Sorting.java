package dev.glidepath.core.bridge;

import dev.glidepath.core.bridge.Step.Kind;

import java.util.Optional;
import java.util.Set;

/// What a charge is, as far as that alone says to which step it belongs.
final class Sorting {

    private static final Set<String> GIVEN_BACK = Set.of("Credit", "Adjustment");

    private Sorting() {}

    /// Empty for usage, of which the quantities decide.
    static Optional<Kind> kind(Entry entry) {
        var charge = entry.line().dimensions().charge();
        if (charge.category().equals("Tax")) {
            return Optional.of(Kind.TAX_AND_FEES);
        }
        if (GIVEN_BACK.contains(charge.category()) || "Correction".equals(charge.chargeClass())) {
            return Optional.of(Kind.CREDITS_AND_REFUNDS);
        }
        boolean purchase = charge.category().equals("Purchase");
        if (charge.commitmentId() != null || "Committed".equals(charge.pricing())) {
            boolean used = !purchase && !"Unused".equals(charge.commitmentStatus());
            return used && entry.quantity() != null
                    ? Optional.empty()
                    : Optional.of(Kind.COMMITMENT);
        }
        if (entry.amount().signum() < 0) {
            return Optional.of(Kind.CREDITS_AND_REFUNDS);
        }
        return purchase ? Optional.of(Kind.TAX_AND_FEES) : Optional.empty();
    }
}
