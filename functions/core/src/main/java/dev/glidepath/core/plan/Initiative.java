package dev.glidepath.core.plan;

import java.math.BigDecimal;
import java.util.List;

/// Money spent so that cost goes down.
///
/// @param months how long it takes to earn the saving
/// @param moves the categories whose cost it should bring down
public record Initiative(
        String name, Figures figures, int months, String priority, List<String> moves) {

    public Initiative {
        moves = List.copyOf(moves);
    }

    /// In the plan's currency; the return on investment as a share, 3.00 for 300 %: as the plan
    /// states it, else saving over investment.
    public record Figures(BigDecimal investment, BigDecimal saving, BigDecimal roi) {}
}
