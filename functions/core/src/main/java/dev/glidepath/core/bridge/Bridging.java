package dev.glidepath.core.bridge;

import dev.glidepath.core.bridge.Entry.Side;
import dev.glidepath.core.bridge.Step.Kind;
import dev.glidepath.core.calendar.Week;
import dev.glidepath.core.cost.CostLine;
import dev.glidepath.core.cost.Metric;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.function.Predicate;

/// Explains a week by the week before.
public final class Bridging {

    private Bridging() {}

    /// @param days both weeks' lines in all dimensions; a day without any charge is absent, one
    ///   that has charges but none of the scope is there without lines
    /// @param counts which lines are looked at: those of one currency, at most
    public static Bridge.Told of(
            Week week,
            NavigableMap<LocalDate, List<CostLine>> days,
            Metric metric,
            Predicate<CostLine> counts) {
        var before = entries(Side.BEFORE, week.previous(), days, metric, counts);
        var after = entries(Side.AFTER, week, days, metric, counts);
        var all = new ArrayList<>(before);
        all.addAll(after);
        return new Bridge.Told(sum(before), sum(after), steps(all, new ChargedDays(days)));
    }

    private static List<Step> steps(List<Entry> all, ChargedDays charged) {
        var found = new Contributions();
        var compared = new ArrayList<Entry>();
        for (var entry : all) {
            if (charged.comparable(entry)) {
                compared.add(entry);
            } else {
                found.add(Kind.CALENDAR, Cause.of(entry.line()), entry.change());
            }
        }
        var usage = new ArrayList<Entry>();
        for (var entry : MonthlyCharges.levelled(compared, found)) {
            Sorting.kind(entry)
                    .ifPresentOrElse(
                            kind -> found.add(kind, Cause.of(entry.line()), entry.change()),
                            () -> usage.add(entry));
        }
        UsageSteps.add(usage, found);
        return found.steps();
    }

    private static List<Entry> entries(
            Side side,
            Week week,
            NavigableMap<LocalDate, List<CostLine>> days,
            Metric metric,
            Predicate<CostLine> counts) {
        var entries = new ArrayList<Entry>();
        days.subMap(week.monday(), true, week.sunday(), true)
                .forEach(
                        (day, lines) ->
                                lines.stream()
                                        .filter(counts)
                                        .map(l -> Entry.of(side, day, l, l.amounts().of(metric)))
                                        .forEach(entries::add));
        return entries;
    }

    private static BigDecimal sum(List<Entry> entries) {
        return entries.stream().map(Entry::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
