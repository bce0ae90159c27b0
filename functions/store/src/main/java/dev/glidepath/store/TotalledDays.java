package dev.glidepath.store;

import dev.glidepath.core.cost.CostLine;
import dev.glidepath.core.cost.DayLines;
import dev.glidepath.core.cost.RollUp;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;

/// The days of an execution with their totals. Totals are few: those that were made are kept, and
/// lines are not.
public final class TotalledDays {

    private final DayLines lines;
    private final RollUp totalling = Lines.totalling();
    private final NavigableMap<LocalDate, List<CostLine>> totals = new TreeMap<>();

    record Day(LocalDate date, List<CostLine> lines, List<CostLine> totals) {}

    public TotalledDays(DayLines lines) {
        this.lines = lines;
    }

    NavigableSet<LocalDate> dates() {
        return lines.days();
    }

    Day day(LocalDate date) {
        var all = lines.of(date);
        return new Day(date, all, totals.computeIfAbsent(date, _ -> totalling.of(all)));
    }

    /// Per currency, category, service and charge category, of all days.
    public NavigableMap<LocalDate, List<CostLine>> totals() {
        for (var date : dates()) {
            totals.computeIfAbsent(date, _ -> totalling.of(lines.of(date)));
        }
        return Collections.unmodifiableNavigableMap(totals);
    }
}
