package dev.glidepath.core.plan;

import java.math.BigDecimal;
import java.util.List;

/// Money spent so that cost goes down.
///
/// @param investment and `saving` in the plan's currency, over `months`
/// @param roi as the plan states it, a share: 3.00 for 300 %
/// @param moves the categories whose cost it should bring down
public record Initiative(
        String name, Figures figures, int months, String priority, List<String> moves) {

    public Initiative {
        moves = List.copyOf(moves);
    }

    public record Figures(BigDecimal investment, BigDecimal saving, BigDecimal roi) {}
}
