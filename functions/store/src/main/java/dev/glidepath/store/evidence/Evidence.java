package dev.glidepath.store.evidence;

import dev.glidepath.core.assess.Baseline;
import dev.glidepath.core.assess.Check;
import dev.glidepath.core.assess.Coverage;
import dev.glidepath.core.assess.Earlier;
import dev.glidepath.core.assess.Ledger;
import dev.glidepath.core.assess.Settled;
import dev.glidepath.core.assess.Since;
import dev.glidepath.core.cost.ChargeDays;
import dev.glidepath.core.cost.CostLine;
import dev.glidepath.core.cost.Dimensions;
import dev.glidepath.core.cost.Execution;
import dev.glidepath.core.plan.NonProduction;
import dev.glidepath.core.plan.Plan;
import dev.glidepath.core.plan.Rule;
import dev.glidepath.store.Known;
import dev.glidepath.store.Recorded;
import dev.glidepath.store.Replacement;
import dev.glidepath.store.Snapshots;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// What the store knew at a time: which executions, and how far they had settled. The days
/// themselves are read when they are asked for.
public final class Evidence {

    private final Snapshots snapshots;
    private final Plan.Basis basis;
    private final Instant asOf;
    private final Known known;
    private final List<Recorded> executions;
    private final Settled settled;
    private final Detail detail;

    private Evidence(Snapshots snapshots, Plan.Basis basis, Instant asOf, Detail detail) {
        this.snapshots = snapshots;
        this.basis = basis;
        this.asOf = asOf;
        this.known = detail.known();
        this.executions = known.executions();
        this.settled = new Arrivals(known, basis, asOf).settled();
        this.detail = detail;
    }

    /// @throws IllegalArgumentException when nothing was collected by then
    public static Evidence asOf(Snapshots snapshots, Plan.Basis basis, Instant asOf) {
        return asOf(snapshots, basis, Optional.empty(), asOf);
    }

    /// The same, knowing what the plan calls non-production.
    ///
    /// @throws IllegalArgumentException when nothing was collected by then
    public static Evidence asOf(Snapshots snapshots, Plan plan, Instant asOf) {
        return asOf(snapshots, plan.basis(), plan.nonProduction(), asOf);
    }

    private static Evidence asOf(
            Snapshots snapshots,
            Plan.Basis basis,
            Optional<NonProduction> nonProduction,
            Instant asOf) {
        var known = snapshots.asOf(asOf);
        return new Evidence(snapshots, basis, asOf, new Detail(known, nonProduction));
    }

    public Settled settled() {
        return settled;
    }

    /// What was known beside the bill.
    public Series series() {
        return new Series(snapshots.values(), known, settled, asOf);
    }

    /// The days of the range, with what says how far they can be relied upon.
    public Ledger ledger(ChargeDays range) {
        var days = known.days(range);
        return new Ledger(days, coverage(), settled, List.of(check(days, range)));
    }

    /// The same of the charges that the rule matches. Only their detail tells which these are: as
    /// many days of detail are read as the range has.
    public Ledger ledger(ChargeDays range, Rule rule) {
        var own = detail.lines(range, line -> rule.matches(line.dimensions()));
        return new Ledger(Snapshots.totals(own), coverage().within(range), settled, List.of())
                .with(own, Optional.empty());
    }

    /// What savings since the plan's start are told by, besides the days of the range: the days
    /// before it, and the reference in all dimensions.
    public Since since(ChargeDays range) {
        var whole = sinceStart(range);
        var last = range.end().minusDays(1);
        var through = last.isBefore(settled.through()) ? last : settled.through();
        var reference =
                Baseline.of(coverage(), basis.start(), through)
                        .map(baseline -> detail.lines(baseline.range()))
                        .orElseGet(TreeMap::new);
        return new Since(
                whole.equals(range)
                        ? new TreeMap<>()
                        : known.days(new ChargeDays(whole.start(), range.start())),
                reference);
    }

    /// The range, and all days since those before the plan's start.
    public ChargeDays sinceStart(ChargeDays range) {
        var earliest = Baseline.earliest(basis.start());
        return earliest.isBefore(range.start()) ? new ChargeDays(earliest, range.end()) : range;
    }

    private Coverage coverage() {
        return Coverage.of(
                executions.stream().map(Evidence::report).toList(),
                new HashSet<>(settled.silent()));
    }

    /// The days of the range with one account's lines alone. They are read in all dimensions, each
    /// day's before the next one's, because they may be many.
    ///
    /// @param id SubAccountId
    public Ledger ofAccount(ChargeDays range, String id) {
        var own = new TreeMap<LocalDate, List<CostLine>>();
        known.eachDetail(range, (day, lines) -> own.put(day, of(id, lines)));
        return new Ledger(own, coverage(), settled, List.of());
    }

    /// The lines of the days in all dimensions.
    public Detail detail() {
        return detail;
    }

    private static List<CostLine> of(String account, List<CostLine> lines) {
        return lines.stream()
                .filter(l -> account.equals(l.dimensions().subAccount().id()))
                .toList();
    }

    /// Those with a charge on that day, by id.
    public List<Dimensions.SubAccount> accounts(LocalDate day) {
        var accounts = new TreeMap<String, Dimensions.SubAccount>();
        known.eachDetail(
                ChargeDays.of(day),
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
        return earlier(range, at, then -> then.ledger(range), _ -> true);
    }

    /// The same of the charges that the rule matches.
    public Optional<Earlier> earlier(ChargeDays range, Instant at, Rule rule) {
        return earlier(
                range,
                at,
                then -> then.ledger(range, rule),
                line -> rule.matches(line.dimensions()));
    }

    private Optional<Earlier> earlier(
            ChargeDays range,
            Instant at,
            Function<Evidence, Ledger> ledger,
            Predicate<CostLine> shown) {
        var then = snapshots.asOf(at);
        if (then.executions().stream().allMatch(e -> e.days().isEmpty())) {
            return Optional.empty();
        }
        var replaced =
                known
                        .replaced(
                                range,
                                then,
                                lines -> Causes.of(lines.stream().filter(shown).toList()))
                        .stream()
                        .map(Evidence::replaced)
                        .toList();
        var evidence = new Evidence(snapshots, basis, at, detail.of(then));
        return Optional.of(new Earlier(at, ledger.apply(evidence), replaced));
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

    private static Coverage.Report report(Recorded recorded) {
        var id = recorded.execution().id();
        var used = new TreeMap<>(recorded.days());
        used.values().removeIf(sums -> sums.usage().isEmpty());
        return new Coverage.Report(
                id.export(),
                id.billingPeriod(),
                id.delivered(),
                recorded.days().keySet(),
                used.keySet());
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
                        .flatMap(sums -> Arrivals.cost(sums.all(), basis).stream())
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
        return new Check("Days as stored = days as the executions reported them", lines, recorded);
    }
}
