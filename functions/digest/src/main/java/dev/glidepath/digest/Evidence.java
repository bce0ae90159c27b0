package dev.glidepath.digest;

import dev.glidepath.core.assess.Check;
import dev.glidepath.core.assess.Coverage;
import dev.glidepath.core.assess.Ledger;
import dev.glidepath.core.assess.Settled;
import dev.glidepath.core.assess.Settling;
import dev.glidepath.core.calendar.Week;
import dev.glidepath.core.cost.Amounts;
import dev.glidepath.core.cost.CostLine;
import dev.glidepath.core.cost.Execution;
import dev.glidepath.core.plan.Plan;
import dev.glidepath.store.Recorded;
import dev.glidepath.store.Snapshots;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.stream.Stream;

/// What the store knew at a time, as an assessment needs it.
///
/// @param executions those with a charge day in the ledger's weeks
record Evidence(Ledger ledger, List<Execution> executions) {

    /// As many as a projection looks back.
    private static final int WEEKS_BEFORE = 13;

    /// How an export arrived longer ago says little about how it arrives now.
    private static final int MONTHS_OF_HISTORY = 4;

    static Evidence load(Snapshots snapshots, Plan plan, Week week, Instant asOf) {
        var from = week.minus(WEEKS_BEFORE).monday();
        var end = week.sunday().plusDays(1);
        var executions = snapshots.executions(asOf);
        var settled = settled(snapshots, plan, asOf);
        var days = snapshots.days(from, end, asOf);
        var ledger =
                new Ledger(
                        days,
                        Coverage.of(
                                executions.stream().map(Evidence::report).toList(),
                                new HashSet<>(settled.silent())),
                        settled,
                        List.of(check(plan, days, executions, from, end)));
        return new Evidence(
                ledger,
                executions.stream()
                        .filter(e -> !e.days().subMap(from, end).isEmpty())
                        .map(Recorded::execution)
                        .toList());
    }

    static Settled settled(Snapshots snapshots, Plan plan, Instant asOf) {
        var oldest = YearMonth.from(asOf.atOffset(ZoneOffset.UTC)).minusMonths(MONTHS_OF_HISTORY);
        return Settling.of(
                snapshots.executions(asOf).stream()
                        .flatMap(newest -> arrivals(snapshots, newest, oldest, asOf))
                        .map(recorded -> arrival(recorded, plan.basis()))
                        .toList());
    }

    private static Stream<Recorded> arrivals(
            Snapshots snapshots, Recorded newest, YearMonth oldest, Instant asOf) {
        var id = newest.execution().id();
        return id.billingPeriod().isBefore(oldest)
                ? Stream.of(newest)
                : snapshots.history(id.export(), id.billingPeriod(), asOf).stream();
    }

    private static Coverage.Report report(Recorded recorded) {
        var id = recorded.execution().id();
        return new Coverage.Report(
                id.export(), id.billingPeriod(), id.delivered(), recorded.days().keySet());
    }

    private static Settling.Delivery arrival(Recorded recorded, Plan.Basis basis) {
        var id = recorded.execution().id();
        var costs = new HashMap<LocalDate, BigDecimal>();
        recorded.days()
                .forEach(
                        (day, sums) ->
                                costs.put(day, cost(sums.usage(), basis).orElse(BigDecimal.ZERO)));
        return new Settling.Delivery(id.export(), id.billingPeriod(), id.delivered(), costs);
    }

    /// What the lines of the days sum to, and what the executions said of these days when they were
    /// recorded.
    private static Check check(
            Plan plan,
            NavigableMap<LocalDate, List<CostLine>> days,
            List<Recorded> executions,
            LocalDate from,
            LocalDate end) {
        var basis = plan.basis();
        var lines =
                days.values().stream()
                        .flatMap(List::stream)
                        .filter(l -> l.dimensions().currency().equals(basis.currency()))
                        .flatMap(l -> Stream.ofNullable(l.amounts().of(basis.metric())))
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
        var recorded =
                executions.stream()
                        .flatMap(e -> e.days().subMap(from, end).values().stream())
                        .flatMap(sums -> cost(sums.all(), basis).stream())
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
        return new Check("Days as stored = days as the executions reported them", lines, recorded);
    }

    private static Optional<BigDecimal> cost(Map<String, Amounts> sums, Plan.Basis basis) {
        return Optional.ofNullable(sums.get(basis.currency()))
                .map(amounts -> amounts.of(basis.metric()));
    }
}
