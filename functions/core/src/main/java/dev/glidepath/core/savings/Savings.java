package dev.glidepath.core.savings;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/// What the bill says was saved since the plan's start. Amounts are cost that would have arisen at
/// the reference's level and did not; they are read off the bill alone.
public sealed interface Savings {

    /// @param lines per category that was ever charged for, by name
    record Known(Reference reference, List<Line> lines) implements Savings {
        public Known {
            lines = List.copyOf(lines);
        }
    }

    /// @param days settled and known days that a reference could come from; 28 are needed
    record TooShort(LocalDate since, int days) implements Savings {}

    /// The days whose cost is compared with.
    ///
    /// @param beforeStart whether they are the days before the plan's start; else the first that
    ///   are known
    record Reference(LocalDate first, LocalDate last, boolean beforeStart) {}

    /// One category. `reference` − `actual` is what all its savings, whatever their state, are more
    /// than `growth`, to the last digit.
    ///
    /// @param growth what the rest cost more, net of what it cost less without being a saving:
    ///   below the floor, or too short
    /// @param avoided per day of the last 28: lower unit prices on more than the reference used. It
    ///   lowered no bill and is in no other figure
    record Line(
            String category,
            Sums reference,
            Sums actual,
            List<Saving> savings,
            Sums growth,
            BigDecimal avoided) {
        public Line {
            savings = List.copyOf(savings);
        }

        public Sums of(Saving.State state) {
            return savings.stream()
                    .filter(s -> s.state() == state)
                    .map(Saving::amount)
                    .reduce(Sums.NONE, Sums::plus);
        }
    }
}
