package dev.glidepath.core.assess;

import dev.glidepath.core.calendar.Week;
import dev.glidepath.core.cost.CostLine;
import dev.glidepath.core.lever.Recommended;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// What is known of the cost of days when an assessment is made.
///
/// @param days per UTC charge day; a known day without lines cost nothing. What is more than
///   [#WEEKS_BEFORE] weeks before the assessed one is not looked at
/// @param sums checks that whoever loaded the days made, such as days against executions
/// @param detail the lines of the last [#DETAIL_WEEKS] weeks up to the assessed one in all
///   dimensions
/// @param earlier what was known when the last mail was made; empty when there was nothing
/// @param measured per [dev.glidepath.core.plan.Metering#id], the values of days
/// @param since what there is of the days since the plan's start and of the reference before it
/// @param estimates of the cost of days, never added to what is known of them
/// @param recommended what AWS recommends; empty where nothing was read of it
public record Ledger(
        NavigableMap<LocalDate, List<CostLine>> days,
        Coverage coverage,
        Settled settled,
        List<Check> sums,
        NavigableMap<LocalDate, List<CostLine>> detail,
        Optional<Earlier> earlier,
        Map<String, NavigableMap<LocalDate, BigDecimal>> measured,
        Since since,
        Estimates estimates,
        Optional<Recommended> recommended) {

    /// As many as forecasts look back.
    public static final int WEEKS_BEFORE = 26;

    /// The assessed one included: the run-rate's 28 days, also when the week has not settled.
    public static final int DETAIL_WEEKS = 5;

    public Ledger {
        detail = Collections.unmodifiableNavigableMap(new TreeMap<>(detail));
        days = Collections.unmodifiableNavigableMap(new TreeMap<>(days));
        sums = List.copyOf(sums);
        measured = Map.copyOf(measured);
    }

    /// With the days' lines as they are for detail.
    public Ledger(
            NavigableMap<LocalDate, List<CostLine>> days,
            Coverage coverage,
            Settled settled,
            List<Check> sums) {
        this(
                days,
                coverage,
                settled,
                sums,
                days,
                Optional.empty(),
                Map.of(),
                Since.NOTHING,
                Estimates.NONE,
                Optional.empty());
    }

    public Ledger with(
            NavigableMap<LocalDate, List<CostLine>> allDimensions, Optional<Earlier> lastMail) {
        return new Ledger(
                days,
                coverage,
                settled,
                sums,
                allDimensions,
                lastMail,
                measured,
                since,
                estimates,
                recommended);
    }

    /// With the values of measures.
    public Ledger with(Map<String, NavigableMap<LocalDate, BigDecimal>> values) {
        return new Ledger(
                days,
                coverage,
                settled,
                sums,
                detail,
                earlier,
                values,
                since,
                estimates,
                recommended);
    }

    public Ledger with(Since sinceStart) {
        return new Ledger(
                days,
                coverage,
                settled,
                sums,
                detail,
                earlier,
                measured,
                sinceStart,
                estimates,
                recommended);
    }

    public Ledger with(Estimates of) {
        return with(of, recommended);
    }

    /// With what AWS recommends.
    public Ledger with(Optional<Recommended> of) {
        return with(estimates, of);
    }

    private Ledger with(Estimates estimated, Optional<Recommended> advice) {
        return new Ledger(
                days, coverage, settled, sums, detail, earlier, measured, since, estimated, advice);
    }

    /// What AWS recommends is of accounts, and of no category.
    Ledger within(Set<String> categories) {
        return new Ledger(
                within(days, categories),
                coverage,
                settled,
                List.of(),
                within(detail, categories),
                earlier.map(e -> e.within(categories)),
                measured,
                since.within(categories),
                estimates,
                Optional.empty());
    }

    /// A day whose lines are all of other categories stays, without lines.
    static NavigableMap<LocalDate, List<CostLine>> within(
            NavigableMap<LocalDate, List<CostLine>> days, Set<String> categories) {
        var own = new TreeMap<LocalDate, List<CostLine>>();
        days.forEach(
                (day, lines) ->
                        own.put(
                                day,
                                lines.stream()
                                        .filter(l -> categories.contains(l.category()))
                                        .toList()));
        return own;
    }

    List<CostLine> lines(LocalDate from, LocalDate through) {
        return days.subMap(from, true, through, true).values().stream()
                .flatMap(List::stream)
                .toList();
    }

    List<CostLine> lines(Week week) {
        return lines(week.monday(), week.sunday());
    }

    /// Of a day, also one after the assessed week.
    List<CostLine> known(LocalDate day) {
        var own = days.get(day);
        return own == null ? estimates.since().getOrDefault(day, List.of()) : own;
    }

    int knownDays(LocalDate from, LocalDate through) {
        return Math.toIntExact(
                from.datesUntil(through.plusDays(1)).filter(coverage::knows).count());
    }

    WeekState state(Week week) {
        long settledDays = week.days().stream().filter(d -> !d.isAfter(settled.through())).count();
        return new WeekState(
                week, Math.toIntExact(settledDays), knownDays(week.monday(), week.sunday()));
    }
}
