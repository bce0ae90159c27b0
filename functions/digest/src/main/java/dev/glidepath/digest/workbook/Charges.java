package dev.glidepath.digest.workbook;

import dev.glidepath.core.calendar.Week;
import dev.glidepath.core.cost.CostLine;
import dev.glidepath.core.plan.Rule;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/// The charges of the assessed week and the one before, as they are stored twice.
///
/// @param detail per day, by service, account, region, charge category and labels
/// @param totals per day, by service and charge category
/// @param labels the tags and cost categories that the plan's rules name
public record Charges(
        Week week,
        NavigableMap<LocalDate, List<CostLine>> detail,
        NavigableMap<LocalDate, List<CostLine>> totals,
        Set<String> labels) {

    public Charges {
        detail = Collections.unmodifiableNavigableMap(new TreeMap<>(detail));
        totals = Collections.unmodifiableNavigableMap(new TreeMap<>(totals));
        labels = Collections.unmodifiableSet(new TreeSet<>(labels));
    }

    /// Those of the categories.
    public Charges within(Collection<String> categories) {
        Predicate<CostLine> own = line -> categories.contains(line.category());
        return new Charges(week, filtered(detail, own), filtered(totals, own), labels);
    }

    /// @param own what the totals of these charges are
    public Charges matching(Rule rule, NavigableMap<LocalDate, List<CostLine>> own) {
        return new Charges(
                week, filtered(detail, line -> rule.matches(line.dimensions())), own, labels);
    }

    private static NavigableMap<LocalDate, List<CostLine>> filtered(
            NavigableMap<LocalDate, List<CostLine>> days, Predicate<CostLine> shown) {
        var own = new TreeMap<LocalDate, List<CostLine>>();
        days.forEach((day, lines) -> own.put(day, lines.stream().filter(shown).toList()));
        return own;
    }

    List<CostLine> detail(Week of) {
        return lines(detail, of);
    }

    List<CostLine> totals(Week of) {
        return lines(totals, of);
    }

    private static List<CostLine> lines(NavigableMap<LocalDate, List<CostLine>> days, Week of) {
        return days.subMap(of.monday(), true, of.sunday(), true).values().stream()
                .flatMap(List::stream)
                .toList();
    }
}
