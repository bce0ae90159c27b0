package dev.glidepath.core.assess;

import dev.glidepath.core.anomaly.Anomaly;
import dev.glidepath.core.anomaly.Floor;
import dev.glidepath.core.anomaly.Unexpected;
import dev.glidepath.core.assess.Anomalies.Series;
import dev.glidepath.core.assess.Anomalies.Unusual;
import dev.glidepath.core.calendar.Week;
import dev.glidepath.core.cost.CostLine;
import dev.glidepath.core.lever.Lever.Where;
import dev.glidepath.core.plan.Plan;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/// Looks for anomalies in what each service costs each category. Only usage is looked at: fees, tax
/// and credits come when they come.
final class Watching {

    private static final int MOST = 5;
    private static final Comparator<Series> BY_NAME =
            Comparator.comparing(Series::category)
                    .thenComparing(Series::provider)
                    .thenComparing(Series::service);
    private static final Comparator<Unusual> DEAREST_FIRST =
            Comparator.comparing((Unusual u) -> u.anomaly().soFar())
                    .reversed()
                    .thenComparing(Unusual::series, BY_NAME);

    private final Ledger ledger;
    private final Plan.Basis basis;
    private final History history;

    private Watching(Ledger ledger, Plan.Basis basis, History history) {
        this.ledger = ledger;
        this.basis = basis;
        this.history = history;
    }

    static Anomalies of(Ledger ledger, Plan.Basis basis, Week week, LocalDate asOf) {
        var history = History.of(ledger, week, asOf);
        return history.days() < Unexpected.FEWEST_DAYS
                ? new Anomalies.TooShort(history.days())
                : new Watching(ledger, basis, history).found(week);
    }

    private Anomalies found(Week week) {
        var floor = Floor.of(averageWeek());
        var found = new ArrayList<Unusual>();
        costs().forEach(
                        (series, costs) ->
                                Unexpected.in(history.from(), costs, week.monday(), floor)
                                        .map(a -> new Unusual(series, a, largest(series, a)))
                                        .ifPresent(found::add));
        found.sort(DEAREST_FIRST);
        var top = found.subList(0, Math.min(MOST, found.size()));
        return new Anomalies.Found(top, found.size() - top.size(), floor, history.from());
    }

    /// Of the last four.
    private BigDecimal averageWeek() {
        var from = history.through().minusDays(RunRate.DAYS - 1);
        return new CountedCost(ledger, basis)
                .of(from, history.through())
                .divide(BigDecimal.valueOf(RunRate.DAYS / 7), MathContext.DECIMAL64);
    }

    private Map<Series, List<BigDecimal>> costs() {
        var costs = new TreeMap<Series, List<BigDecimal>>(BY_NAME);
        history.from()
                .datesUntil(history.through().plusDays(1))
                .forEach(day -> ledger.lines(day, day).forEach(line -> add(costs, day, line)));
        return costs;
    }

    private void add(Map<Series, List<BigDecimal>> costs, LocalDate day, CostLine line) {
        if (isUsage(line)) {
            var days =
                    costs.computeIfAbsent(
                            series(line),
                            _ ->
                                    new ArrayList<>(
                                            Collections.nCopies(history.days(), BigDecimal.ZERO)));
            int at = Math.toIntExact(ChronoUnit.DAYS.between(history.from(), day));
            days.set(at, days.get(at).add(CountedCost.amount(line, basis)));
        }
    }

    private boolean isUsage(CostLine line) {
        return CountedCost.counts(line, basis)
                && line.dimensions().charge().category().equals("Usage");
    }

    private static Series series(CostLine line) {
        var service = line.dimensions().service();
        return new Series(
                line.category(),
                Objects.requireNonNullElse(service.provider(), ""),
                Objects.requireNonNullElse(
                        service.name() == null ? service.code() : service.name(), ""));
    }

    /// A day of the anomaly against a day before it; for one that is older than the detail, the
    /// detail's last week against its first.
    private Optional<Where> largest(Series series, Anomaly anomaly) {
        var first = ledger.detail().isEmpty() ? anomaly.from() : ledger.detail().firstKey();
        boolean older = anomaly.from().isBefore(first.plusDays(7));
        var before = older ? first.plusDays(7) : anomaly.from();
        var from = older ? anomaly.through().minusDays(6) : anomaly.from();
        var perDay = new HashMap<Where, BigDecimal>();
        add(perDay, series, first, before.minusDays(1), BigDecimal.ONE.negate());
        add(perDay, series, from, anomaly.through(), BigDecimal.ONE);
        return perDay.entrySet().stream()
                .filter(e -> e.getValue().signum() > 0)
                .max(
                        Map.Entry.<Where, BigDecimal>comparingByValue()
                                .thenComparing(e -> e.getKey().toString()))
                .map(Map.Entry::getKey);
    }

    private void add(
            Map<Where, BigDecimal> perDay,
            Series series,
            LocalDate from,
            LocalDate through,
            BigDecimal sign) {
        var days = BigDecimal.valueOf(ChronoUnit.DAYS.between(from, through) + 1);
        ledger.detail().subMap(from, true, through, true).values().stream()
                .flatMap(List::stream)
                .filter(l -> isUsage(l) && series(l).equals(series))
                .forEach(
                        l ->
                                perDay.merge(
                                        Where.of(l),
                                        CountedCost.amount(l, basis)
                                                .multiply(sign)
                                                .divide(days, MathContext.DECIMAL64),
                                        BigDecimal::add));
    }
}
