package dev.glidepath.core.plan;

import java.math.BigDecimal;
import java.util.Optional;

/// One thing that is not in a plan as it was in the one before.
public sealed interface PlanChange {

    /// @param category whose it is; empty for what concerns every category
    record Amount(
            String category, String what, Optional<BigDecimal> before, Optional<BigDecimal> now)
            implements PlanChange {}

    /// @param category whose it is; empty for what concerns every category
    record Stated(String category, String what) implements PlanChange {}

    /// Of something that has no category, such as recipients.
    record Count(String what, int before, int now) implements PlanChange {}

    /// Why, as the plan says.
    record Reason(Amendment amendment) implements PlanChange {}

    /// Whether who sees these categories only may see it.
    default boolean concerns(Scope scope) {
        return switch (scope) {
            case Scope.All() -> true;
            case Scope.Categories(var names) ->
                    category().filter(c -> c.isEmpty() || names.contains(c)).isPresent();
            case Scope.Charges _ -> category().filter(String::isEmpty).isPresent();
        };
    }

    private Optional<String> category() {
        return switch (this) {
            case Amount(var category, _, _, _) -> Optional.of(category);
            case Stated(var category, _) -> Optional.of(category);
            case Count _, Reason _ -> Optional.empty();
        };
    }
}
