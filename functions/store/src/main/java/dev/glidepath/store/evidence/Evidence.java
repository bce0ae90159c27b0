package dev.glidepath.store.evidence;

import dev.glidepath.core.assess.Check;
import dev.glidepath.core.assess.Coverage;
import dev.glidepath.core.assess.Earlier;
import dev.glidepath.core.assess.Ledger;
import dev.glidepath.core.assess.Settled;
import dev.glidepath.core.assess.Settling;
import dev.glidepath.core.cost.Amounts;
import dev.glidepath.core.cost.ChargeDays;
import dev.glidepath.core.cost.CostLine;
import dev.glidepath.core.cost.DailyCost;
import dev.glidepath.core.cost.Dimensions;
import dev.glidepath.core.cost.Execution;
import dev.glidepath.core.plan.Plan;
import dev.glidepath.store.Recorded;
import dev.glidepath.store.Replacement;
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
import java.util.TreeMap;
import java.util.stream.Stream;

/// What the store knew at a time: which executions, and how far they had settled. The days
/// themselves are read when they are asked for.
public final class Evidence {

    /// How an export arrived longer ago says little about how it arrives now.
    private static final int MONTHS_OF_HISTORY = 4;

    private final Snapshots snapshots;
    private final Plan.Basis basis;
    private final Instant asOf;
    private final List<Recorded> executions;
    private final Settled settled;

    private Evidence(
            Snapshots snapshots, Plan.Basis basis, Instant asOf, List<Recorded> executions) {
        this.snapshots = snapshots;
        this.basis = basis;
        this.asOf = asOf;
        this.executions = executions;
        this.settled = settled(snapshots, basis, asOf, executions);
    }

    /// @throws IllegalArgumentException when nothing was collected by then
    public static Evidence asOf(Snapshots snapshots, Plan.Basis basis, Instant asOf) {
        return new Evidence(snapshots, basis, asOf, snapshots.executions(asOf));
    }

    public Settled settled() {
        return settled;
    }

    /// The days of the range, with what says how far they can be relied upon.
    public Ledger ledger(ChargeDays range) {
        var days = snapshots.days(range.start(), range.end(), asOf);
        return new Ledger(days, coverage(), settled, List.of(check(days, range)));
    }

    private Coverage coverage() {
        return Coverage.of(
                executions.stream().map(Evidence::report).toList(),
                new HashSet<>(settled.silent()));
    }

    /// The lines of the days in all dimensions but tags and the names of accounts. A day's are read
    /// and summed before the next one's, because they may be many.
    public NavigableMap<LocalDate, List<CostLine>> detail(ChargeDays range) {
        var days = new TreeMap<LocalDate, List<CostLine>>();
        range.stream()
                .flatMap(day -> snapshots.detail(day, day.plusDays(1), asOf).entrySet().stream())
                .forEach(
                        day ->
                                days.put(
                                        day.getKey(),
                                        DailyCost.rollUp(day.getValue(), Evidence::unlabelled)));
        return days;
    }

    /// The days of the range with one account's lines alone. They are read in all dimensions, each
    /// day's before the next one's, because they may be many.
    ///
    /// @param id SubAccountId
    public Ledger ofAccount(ChargeDays range, String id) {
        var own = new TreeMap<LocalDate, List<CostLine>>();
        snapshots.eachDetail(range, asOf, (day, lines) -> own.put(day, of(id, lines)));
        return new Ledger(own, coverage(), settled, List.of());
    }

    private static List<CostLine> of(String account, List<CostLine> lines) {
        return lines.stream()
                .filter(l -> account.equals(l.dimensions().subAccount().id()))
                .toList();
    }

    /// Those with a charge on that day, by id.
    public List<Dimensions.SubAccount> accounts(LocalDate day) {
        var accounts = new TreeMap<String, Dimensions.SubAccount>();
        snapshots.eachDetail(
                ChargeDays.of(day),
                asOf,
                (_, lines) ->
                        lines.stream()
                                .map(l -> l.dimensions().subAccount())
                                .filter(account -> account.id() != null)
                                .forEach(account -> accounts.put(account.id(), account)));
        return List.copyOf(accounts.values());
    }

    /// What was known of the range at an earlier time, and what came since; empty when nothing was
    /// known.
    public Optional<Earlier> earlier(ChargeDays range, Instant at) {
        var known = snapshots.executions(at);
        if (known.stream().allMatch(e -> e.days().isEmpty())) {
            return Optional.empty();
        }
        var ledger = new Evidence(snapshots, basis, at, known).ledger(range);
        var replaced =
                snapshots.replaced(range, at, asOf).stream().map(Evidence::replaced).toList();
        return Optional.of(new Earlier(at, ledger, replaced));
    }

    /// Those with a charge day in the range.
    public List<Execution> executions(ChargeDays range) {
        return executions.stream()
                .filter(e -> !e.days().subMap(range.start(), range.end()).isEmpty())
                .map(Recorded::execution)
                .toList();
    }

    /// The exports whose charges in the range other rules put into categories, for people.
    public List<String> underOtherRules(ChargeDays range, String allocation) {
        return executions.stream()
                .filter(e -> !e.days().subMap(range.start(), range.end()).isEmpty())
                .filter(e -> !e.allocation().equals(allocation))
                .map(e -> e.execution().id())
                .map(id -> id.export() + " of " + id.billingPeriod())
                .toList();
    }

    private static Earlier.Replaced replaced(Replacement replacement) {
        return new Earlier.Replaced(
                replacement.before().map(b -> b.execution().id()),
                replacement.now().execution().id(),
                replacement
                        .before()
                        .filter(b -> !b.allocation().equals(replacement.now().allocation()))
                        .isPresent(),
                new Earlier.Differing(replacement.linesBefore(), replacement.linesNow()));
    }

    private static Dimensions unlabelled(Dimensions dimensions) {
        return new Dimensions(
                dimensions.currency(),
                dimensions.service(),
                new Dimensions.SubAccount(dimensions.subAccount().id(), null),
                dimensions.region(),
                dimensions.charge(),
                Map.of());
    }

    private static Settled settled(
            Snapshots snapshots, Plan.Basis basis, Instant asOf, List<Recorded> executions) {
        var oldest = YearMonth.from(asOf.atOffset(ZoneOffset.UTC)).minusMonths(MONTHS_OF_HISTORY);
        return Settling.of(
                executions.stream()
                        .flatMap(newest -> arrivals(snapshots, newest, oldest, asOf))
                        .map(recorded -> arrival(recorded, basis))
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
    private Check check(NavigableMap<LocalDate, List<CostLine>> days, ChargeDays range) {
        var lines =
                days.values().stream()
                        .flatMap(List::stream)
                        .filter(l -> l.dimensions().currency().equals(basis.currency()))
                        .flatMap(l -> Stream.ofNullable(l.amounts().of(basis.metric())))
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
        var recorded =
                executions.stream()
                        .flatMap(e -> e.days().subMap(range.start(), range.end()).values().stream())
                        .flatMap(sums -> cost(sums.all(), basis).stream())
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
        return new Check("Days as stored = days as the executions reported them", lines, recorded);
    }

    private static Optional<BigDecimal> cost(Map<String, Amounts> sums, Plan.Basis basis) {
        return Optional.ofNullable(sums.get(basis.currency()))
                .map(amounts -> amounts.of(basis.metric()));
    }
}
