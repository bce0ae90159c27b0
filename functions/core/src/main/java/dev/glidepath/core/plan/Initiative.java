package dev.glidepath.core.plan;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/// Money spent so that cost goes down.
///
/// @param months how long it takes to earn the saving
/// @param moves the categories whose cost it should bring down
public record Initiative(
        String name,
        Figures figures,
        int months,
        String priority,
        List<String> moves,
        Course course) {

    public Initiative {
        moves = List.copyOf(moves);
    }

    /// In the plan's currency; the return on investment as a share, 3.00 for 300 %: as the plan
    /// states it, else saving over investment.
    public record Figures(BigDecimal investment, BigDecimal saving, BigDecimal roi) {}

    /// @param started empty while it has not begun
    /// @param invested what was spent, by day; empty where the plan does not say
    public record Course(
            Optional<LocalDate> started, NavigableMap<LocalDate, BigDecimal> invested) {
        public Course {
            invested = Collections.unmodifiableNavigableMap(new TreeMap<>(invested));
        }

        public boolean isBegun(LocalDate day) {
            return started.filter(start -> !start.isAfter(day)).isPresent();
        }
    }
}
