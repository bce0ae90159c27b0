package dev.glidepath.core.savings;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/// Which days are held against which.
///
/// @param reference the days whose cost is the reference
/// @param days known and settled from the plan's start on, in order; none is left out but for want
///   of data. The last one is the day that it is told for
/// @param connected the first days of exports that begin after the reference does: what begins with
///   them is compared with its own first 28 days
/// @param silenced the last days of exports that deliver no more: what ended with them is not known
///   to have ended
public record Compared(
        Savings.Reference span,
        List<LocalDate> reference,
        List<LocalDate> days,
        Set<LocalDate> connected,
        Set<LocalDate> silenced) {

    public Compared {
        reference = List.copyOf(reference);
        days = List.copyOf(days);
        connected = Set.copyOf(connected);
        silenced = Set.copyOf(silenced);
    }

    LocalDate asOf() {
        return days.getLast();
    }
}
