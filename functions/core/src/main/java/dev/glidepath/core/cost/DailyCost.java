package dev.glidepath.core.cost;

import dev.glidepath.core.money.Split;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
        var days = new TreeMap<LocalDate, Map<String, CostLine>>();
        for (var group : groups) {
            var name = category.apply(group.dimensions());
            spread(group, name)
                    .forEach(
                            (day, line) ->
                                    days.computeIfAbsent(day, _ -> new HashMap<>())
                                            .merge(line.key(), line, CostLine::plus));
        }
        var sorted = new TreeMap<LocalDate, List<CostLine>>();
        days.forEach((day, lines) -> sorted.put(day, List.copyOf(new TreeMap<>(lines).values())));
        return sorted;
    }

    /// As [RollUp#of].
    public static List<CostLine> rollUp(
            List<CostLine> lines, Function<Dimensions, Dimensions> coarser) {
        return new RollUp(coarser).of(lines);
    }

    private static Map<LocalDate, CostLine> spread(ChargeGroup group, String category) {
        int parts = group.days().count();
        var billed = shares(group.amounts().billed(), parts);
        var effective = shares(group.amounts().effective(), parts);
        var list = shares(group.amounts().list(), parts);
        var contracted = shares(group.amounts().contracted(), parts);
        var quantity = shares(group.quantity(), parts);
        var lines = new TreeMap<LocalDate, CostLine>();
        int i = 0;
        for (LocalDate day : group.days().stream().toList()) {
            var amounts =
                    new Amounts(billed.get(i), effective.get(i), list.get(i), contracted.get(i));
            long rows = i == 0 ? group.rows() : 0;
            lines.put(
                    day,
                    new CostLine(category, group.dimensions(), amounts, quantity.get(i), rows));
            i++;
        }
        return lines;
    }

    private static List<@Nullable BigDecimal> shares(@Nullable BigDecimal total, int parts) {
        var shares = new ArrayList<@Nullable BigDecimal>(parts);
        if (total == null) {
            for (int i = 0; i < parts; i++) {
                shares.add(null);
            }
        } else {
            shares.addAll(Split.evenly(total, parts));
        }
        return shares;
    }
}
