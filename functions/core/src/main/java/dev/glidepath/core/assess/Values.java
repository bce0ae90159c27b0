package dev.glidepath.core.assess;

import dev.glidepath.core.assess.Scorecard.Latest;
import dev.glidepath.core.assess.Scorecard.Origin;
import dev.glidepath.core.cost.CostLine;
import dev.glidepath.core.money.Money;
import dev.glidepath.core.plan.Measure;
import dev.glidepath.core.plan.Metering;
import dev.glidepath.core.plan.Metering.Take;
import dev.glidepath.core.plan.Plan;
import dev.glidepath.core.plan.Source;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/// The values of measures on a day, each from its source. What is not known is empty.
///
/// @param targets of that day; empty where its costs are not known
record Values(Plan plan, LocalDate asOf, Ledger ledger, Optional<Assessment.Targets> targets) {

    private static final MathContext PRECISION = MathContext.DECIMAL64;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    Optional<Latest> of(Measure measure) {
        return of(measure, plan.scorecard().measures().size());
    }

    /// @param hops that references may still take: two measures may refer to each other
    private Optional<Latest> of(Measure measure, int hops) {
        return switch (measure.source()) {
            case Source.Stated _ -> stated(measure);
            case Source.SameAs(var other) ->
                    hops == 0 ? Optional.empty() : find(other).flatMap(m -> of(m, hops - 1));
            case Source.ChangeOf(var other) -> change(other, hops);
            case Source.Metered(var metering) -> metered(metering);
            case Source.CostPer(var category, var metering) ->
                    metered(metering).flatMap(m -> costPer(category, metering, m));
            case Source.Counted(var count) -> counted(count).map(this::computed);
        };
    }

    private Optional<Latest> stated(Measure measure) {
        return measure.stated().stream()
                .filter(s -> !s.date().isAfter(asOf))
                .reduce((_, later) -> later)
                .map(s -> new Latest(s.value(), s.date(), age(s.date())));
    }

    private Origin age(LocalDate date) {
        long days = ChronoUnit.DAYS.between(date, asOf);
        return new Origin.Stated(days, days <= plan.scorecard().values().freshDays());
    }

    private Optional<Measure> find(String reference) {
        return plan.scorecard().measures().stream()
                .filter(m -> m.reference().equals(reference))
                .findFirst();
    }

    /// Better is more than nothing, whichever way is better.
    private Optional<Latest> change(String reference, int hops) {
        if (reference.equals(Source.TOTAL)) {
            var baseline = plan.total().baseline().amount();
            return runRate(reference).map(now -> computed(change(baseline, now).negate()));
        }
        var other = find(reference);
        if (hops == 0 || other.isEmpty() || other.get().stated().isEmpty()) {
            return Optional.empty();
        }
        var first = other.get().stated().getFirst().value();
        boolean higher = other.get().unit().higherIsBetter();
        return first.signum() == 0
                ? Optional.empty()
                : of(other.get(), hops - 1)
                        .map(
                                l -> {
                                    var change = change(first, l.value());
                                    return new Latest(
                                            higher ? change : change.negate(),
                                            l.date(),
                                            l.origin());
                                });
    }

    private static BigDecimal change(BigDecimal from, BigDecimal to) {
        return to.subtract(from).multiply(HUNDRED).divide(from, PRECISION);
    }

    /// Without a value in the window, the last one before it, of which no day is in the window.
    private Optional<Latest> metered(Metering metering) {
        NavigableMap<LocalDate, BigDecimal> all =
                ledger.measured().getOrDefault(metering.id(), new TreeMap<>());
        var window = all.subMap(asOf.minusDays(metering.days() - 1L), true, asOf, true);
        if (window.isEmpty()) {
            return Optional.ofNullable(all.floorEntry(asOf))
                    .map(
                            last ->
                                    new Latest(
                                            last.getValue(),
                                            last.getKey(),
                                            new Origin.Metered(0, metering.days())));
        }
        return Optional.of(
                new Latest(
                        take(metering.take(), window),
                        window.lastKey(),
                        new Origin.Metered(window.size(), metering.days())));
    }

    private static BigDecimal take(Take take, NavigableMap<LocalDate, BigDecimal> days) {
        return switch (take) {
            case LATEST -> days.lastEntry().getValue();
            case SUM -> sum(days.values());
            case AVERAGE ->
                    Money.normalise(
                            sum(days.values()).divide(BigDecimal.valueOf(days.size()), PRECISION));
            case MAXIMUM -> days.values().stream().reduce(BigDecimal::max).orElseThrow();
            case MINIMUM -> days.values().stream().reduce(BigDecimal::min).orElseThrow();
        };
    }

    private static BigDecimal sum(Collection<BigDecimal> values) {
        return values.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /// A sum is brought to the average month that the run-rate is of; half a window's sum would
    /// make each look twice as dear.
    private Optional<Latest> costPer(String category, Metering metering, Latest metered) {
        boolean sum = metering.take() == Take.SUM;
        boolean complete =
                metered.origin() instanceof Origin.Metered(int known, int days)
                        && (sum ? known == days : known > 0);
        var units = sum ? RunRate.perMonth(metered.value(), metering.days()) : metered.value();
        return !complete || units.signum() <= 0
                ? Optional.empty()
                : runRate(category)
                        .map(
                                cost ->
                                        new Latest(
                                                cost.divide(units, PRECISION),
                                                metered.date(),
                                                metered.origin()));
    }

    private Optional<BigDecimal> runRate(String category) {
        return targets.flatMap(
                        t ->
                                category.equals(Source.TOTAL)
                                        ? Optional.of(t.total())
                                        : t.lines().stream()
                                                .filter(l -> l.name().equals(category))
                                                .findFirst())
                .flatMap(
                        line ->
                                switch (line.standing()) {
                                    case Standing.Measured m -> Optional.of(m.runRate());
                                    case Standing.NoTarget(var rate) -> Optional.of(rate);
                                    case Standing.NotEnoughData _ -> Optional.empty();
                                });
    }

    private Optional<BigDecimal> counted(Source.Count count) {
        return switch (count) {
            case DAYS_TO_SETTLE ->
                    ledger.settled().lags().values().stream()
                            .map(lag -> BigDecimal.valueOf(lag.days()))
                            .reduce(BigDecimal::max);
            case KNOWN_DAYS ->
                    Optional.of(
                            BigDecimal.valueOf(
                                    ledger.knownDays(asOf.minusDays(RunRate.DAYS - 1L), asOf)));
            case UNALLOCATED -> unallocated();
        };
    }

    private Optional<BigDecimal> unallocated() {
        var cost = new CountedCost(ledger, plan.basis());
        var from = asOf.minusDays(6);
        var all = cost.of(from, asOf);
        return all.signum() <= 0 || ledger.knownDays(from, asOf) < 7
                ? Optional.empty()
                : Optional.of(
                        cost.of(CostLine.UNALLOCATED, from, asOf)
                                .multiply(HUNDRED)
                                .divide(all, PRECISION));
    }

    private Latest computed(BigDecimal value) {
        return new Latest(Money.normalise(value), asOf, new Origin.Computed());
    }
}
