package dev.glidepath.core.cost;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Function;

/// Turns the charges of an execution into the cost of days. Nothing is lost: for each metric and
/// currency the lines of all days sum to the groups, to the last digit.
public final class DailyCost {

    private DailyCost() {}

    /// The lines of each day, sorted by category and dimensions, so that equal content is equal
    /// text.
    public static NavigableMap<LocalDate, List<CostLine>> of(
            Collection<ChargeGroup> groups, Function<Dimensions, String> category) {
        var made = byDay(List.copyOf(groups), category);
        var days = new TreeMap<LocalDate, List<CostLine>>();
        made.days().forEach(day -> days.put(day, made.of(day)));
        return days;
    }

    /// The same, each day's made when it is asked for.
    ///
    /// @param groups which must not change; read by position
    public static DayLines byDay(List<ChargeGroup> groups, Function<Dimensions, String> category) {
        return new SpreadCost(groups, category);
    }

    /// As [RollUp#of].
    public static List<CostLine> rollUp(
            List<CostLine> lines, Function<Dimensions, Dimensions> coarser) {
        return new RollUp(coarser).of(lines);
    }
}
