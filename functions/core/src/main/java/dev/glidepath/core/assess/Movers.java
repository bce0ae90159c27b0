package dev.glidepath.core.assess;

import dev.glidepath.core.calendar.Week;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.util.List;

/// Which services changed most against the week before.
public sealed interface Movers {

    /// @param top by size of change, each at or above `floor`
    /// @param others the rest in one line, so that all of them add up to `total`
    record Compared(List<Mover> top, Others others, Change total, BigDecimal floor)
            implements Movers {
        public Compared {
            top = List.copyOf(top);
        }
    }

    /// @param week the week that is not complete
    record NotComparable(Week week) implements Movers {}

    /// @param categories that its change lies in, the largest share first
    record Mover(
            @Nullable String provider,
            @Nullable String service,
            List<String> categories,
            Change change) {
        public Mover {
            categories = List.copyOf(categories);
        }
    }

    record Others(int services, Change change) {}

    record Change(BigDecimal before, BigDecimal after) {

        static final Change NONE = new Change(BigDecimal.ZERO, BigDecimal.ZERO);

        public BigDecimal difference() {
            return after.subtract(before);
        }

        Change plus(Change other) {
            return new Change(before.add(other.before), after.add(other.after));
        }
    }
}
