package dev.glidepath.core.assess;

import dev.glidepath.core.cost.ChargeDays;
import dev.glidepath.core.savings.Savings.Reference;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// The days whose cost savings are compared with: the 28 before the plan's start, or, when not all
/// of them are known, the first 28 known ones from the start on.
public record Baseline(Reference span, List<LocalDate> days) {

    public static final int DAYS = 28;

    public Baseline {
        days = List.copyOf(days);
    }

    /// The first day that may be needed.
    public static LocalDate earliest(LocalDate start) {
        return start.minusDays(DAYS);
    }

    /// Empty while fewer are known and settled.
    public static Optional<Baseline> of(Coverage coverage, LocalDate start, LocalDate through) {
        var before = known(coverage, earliest(start), start.minusDays(1));
        if (before.size() == DAYS && !start.isAfter(through)) {
            return Optional.of(of(before, true));
        }
        var after = known(coverage, start, through);
        return after.size() < DAYS
                ? Optional.empty()
                : Optional.of(of(after.subList(0, DAYS), false));
    }

    static List<LocalDate> known(Coverage coverage, LocalDate from, LocalDate through) {
        return from.isAfter(through)
                ? List.of()
                : from.datesUntil(through.plusDays(1)).filter(coverage::knows).toList();
    }

    public ChargeDays range() {
        return new ChargeDays(days.getFirst(), days.getLast().plusDays(1));
    }

    private static Baseline of(List<LocalDate> days, boolean beforeStart) {
        return new Baseline(new Reference(days.getFirst(), days.getLast(), beforeStart), days);
    }
}
