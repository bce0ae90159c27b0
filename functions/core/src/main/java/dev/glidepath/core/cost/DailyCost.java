package dev.glidepath.core.cost;

import static java.util.Objects.requireNonNull;

import dev.glidepath.core.money.Split;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
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
        var days = new TreeMap<LocalDate, Map<Dimensions, CostLine>>();
        var categories = new HashMap<Dimensions, String>();
        for (var group : groups) {
            var name = categories.computeIfAbsent(group.dimensions(), category);
            spread(group, name)
                    .forEach(
                            (day, line) ->
                                    days.computeIfAbsent(day, _ -> new HashMap<>())
                                            .merge(line.dimensions(), line, CostLine::plus));
        }
        var places = places(categories);
        var sorted = new TreeMap<LocalDate, List<CostLine>>();
        days.forEach((day, lines) -> sorted.put(day, sorted(lines, places)));
        return sorted;
    }

    /// As [RollUp#of].
    public static List<CostLine> rollUp(
            List<CostLine> lines, Function<Dimensions, Dimensions> coarser) {
        return new RollUp(coarser).of(lines);
    }

    /// Dimensions repeat from day to day: what their lines are sorted by is found once.
    private static Map<Dimensions, Integer> places(Map<Dimensions, String> categories) {
        var byKey = new TreeMap<String, Dimensions>();
        categories.forEach((d, name) -> byKey.put(name.length() + ":" + name + d.key(), d));
        var places = new HashMap<Dimensions, Integer>();
        byKey.values().forEach(dimensions -> places.put(dimensions, places.size()));
        return places;
    }

    private static List<CostLine> sorted(
            Map<Dimensions, CostLine> lines, Map<Dimensions, Integer> places) {
        record Placed(int place, CostLine line) {}
        return lines.values().stream()
                .map(line -> new Placed(requireNonNull(places.get(line.dimensions())), line))
                .sorted(Comparator.comparingInt(Placed::place))
                .map(Placed::line)
                .toList();
    }

    private static Map<LocalDate, CostLine> spread(ChargeGroup group, String category) {
        int parts = group.days().count();
        if (parts == 1) {
            return Map.of(
                    group.days().start(),
                    new CostLine(
                            category,
                            group.dimensions(),
                            group.amounts(),
                            group.quantity(),
                            group.rows()));
        }
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
