package dev.glidepath.core.cost;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Objects;

/// The lines of charge days. A day's may be made when they are asked for: whoever takes one day
/// after the other needs the room of one.
public interface DayLines {

    NavigableSet<LocalDate> days();

    /// Sorted by category and dimensions.
    ///
    /// @param day one of the days
    List<CostLine> of(LocalDate day);

    /// Lines that are there already.
    static DayLines of(NavigableMap<LocalDate, List<CostLine>> lines) {
        return new DayLines() {
            @Override
            public NavigableSet<LocalDate> days() {
                return Collections.unmodifiableNavigableSet(lines.navigableKeySet());
            }

            @Override
            public List<CostLine> of(LocalDate day) {
                return Objects.requireNonNull(lines.get(day));
            }
        };
    }
}
