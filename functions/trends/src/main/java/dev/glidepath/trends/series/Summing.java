package dev.glidepath.trends.series;

import dev.glidepath.core.assess.Allowance;
import dev.glidepath.core.assess.Bill;
import dev.glidepath.core.assess.CountedCost;
import dev.glidepath.core.assess.Ledger;
import dev.glidepath.core.cost.ChargeDays;
import dev.glidepath.core.cost.CostLine;
import dev.glidepath.core.money.Money;
import dev.glidepath.core.plan.Plan;
import dev.glidepath.trends.series.Series.Kind;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Sums the days of a ledger into the periods of a range.
public final class Summing {

    private final Plan plan;
    private final Ledger ledger;
    private final Range range;
    private final Scope scope;

    /// @param ledger in all dimensions for the scope of an account
    public Summing(Plan plan, Ledger ledger, Range range, Scope scope) {
        this.plan = plan;
        this.ledger = ledger;
        this.range = range;
        this.scope = scope;
    }

    /// @throws IllegalArgumentException for a scope that neither the plan nor a charge names
    public Trend trend(Instant asOf) {
        var charged = lines(range.days()).map(CostLine::category).collect(Collectors.toSet());
        var drafts = Draft.of(plan, scope, charged);
        var periods = range.periods().stream().map(days -> period(days, drafts)).toList();
        var series = drafts.stream().map(draft -> series(draft, periods)).toList();
        return new Trend(
                new Trend.Frame(
                        plan.id(), plan.basis(), range, scope, asOf, ledger.settled().through()),
                periods,
                series,
                scope instanceof Scope.OneCategory
                        ? Optional.empty()
                        : Optional.of(total(series, periods)));
    }

    private Period period(ChargeDays days, List<Draft> drafts) {
        var names = drafts.stream().map(Draft::name).collect(Collectors.toSet());
        var lines = lines(days).filter(l -> names.contains(l.category())).toList();
        var whole = range.grain().around(days.start());
        var state =
                new Period.State(
                        days.equals(whole),
                        days.count(),
                        count(days.stream().filter(ledger.coverage()::knows)),
                        count(days.stream().filter(d -> !d.isAfter(ledger.settled().through()))));
        return new Period(
                range.grain().name(days.start()), days, state, Bill.of(lines, plan.basis()));
    }

    private Series series(Draft draft, List<Period> periods) {
        var points = periods.stream().map(period -> point(draft, period)).toList();
        return new Series(draft.kind(), draft.name(), draft.owner(), points);
    }

    private Point point(Draft draft, Period period) {
        return Point.of(
                cost(draft.name(), period),
                draft.path().map(path -> Allowance.of(path, period.days())).orElse(null),
                period.state());
    }

    /// Zero only where the days are known and nothing was charged; charges without an amount in the
    /// plan's metric are unknown, not free.
    private @Nullable BigDecimal cost(String category, Period period) {
        var charges =
                lines(period.days())
                        .filter(l -> l.category().equals(category))
                        .filter(l -> CountedCost.counts(l, plan.basis()))
                        .toList();
        var nothing = charges.isEmpty() && period.state().knownDays() > 0 ? BigDecimal.ZERO : null;
        return charges.stream()
                .flatMap(l -> Stream.ofNullable(l.amounts().of(plan.basis().metric())))
                .reduce(BigDecimal::add)
                .map(Money::normalise)
                .orElse(nothing);
    }

    private Series total(List<Series> series, List<Period> periods) {
        var points =
                IntStream.range(0, periods.size())
                        .mapToObj(
                                i ->
                                        Point.sum(
                                                series.stream()
                                                        .map(s -> s.points().get(i))
                                                        .toList(),
                                                periods.get(i).state()))
                        .toList();
        return new Series(Kind.TOTAL, "Total", "", points);
    }

    private Stream<CostLine> lines(ChargeDays days) {
        return ledger.days().subMap(days.start(), days.end()).values().stream()
                .flatMap(List::stream)
                .filter(line -> scope.takes(line.dimensions()));
    }

    private static int count(Stream<?> stream) {
        return Math.toIntExact(stream.count());
    }
}
