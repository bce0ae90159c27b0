package dev.glidepath.core.savings;

import dev.glidepath.core.cost.CostLine;
import dev.glidepath.core.cost.Metric;
import dev.glidepath.core.savings.Saving.Parts;
import dev.glidepath.core.savings.Saving.Source;
import dev.glidepath.core.savings.Saving.State;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/// Reads savings off the bill.
public final class Verification {

    private static final int DAYS_TO_HOLD = 30;
    private static final Comparator<Source> BY_NAME = Comparator.comparing(Source::toString);

    private final Compared compared;
    private final Metric metric;
    private final Predicate<CostLine> counts;

    /// @param counts which lines are looked at: those of one currency, at most
    public Verification(Compared compared, Metric metric, Predicate<CostLine> counts) {
        this.compared = compared;
        this.metric = metric;
        this.counts = counts;
    }

    /// @param days the lines of all days that are compared, as coarse as service and charge
    ///   category
    /// @param detail the lines of the reference and of the last 28 days in all dimensions; where
    ///   they are absent, rate and usage are not told apart
    public Savings.Known of(
            NavigableMap<LocalDate, List<CostLine>> days,
            NavigableMap<LocalDate, List<CostLine>> detail) {
        var details = new Details(compared, detail, this::amount, this::looksAt);
        var lines = new TreeMap<String, List<Savings.Line>>();
        costs(days)
                .forEach(
                        (source, costs) ->
                                lines.computeIfAbsent(source.category(), _ -> new ArrayList<>())
                                        .add(line(source, costs, details)));
        return new Savings.Known(
                compared.span(),
                lines.values().stream()
                        .flatMap(
                                ofCategory ->
                                        ofCategory.stream().reduce(Verification::sum).stream())
                        .toList());
    }

    private Map<Source, Costs> costs(NavigableMap<LocalDate, List<CostLine>> days) {
        var costs = new TreeMap<Source, Costs>(BY_NAME);
        days.forEach(
                (day, lines) ->
                        lines.stream()
                                .filter(this::looksAt)
                                .forEach(
                                        line ->
                                                costs.computeIfAbsent(
                                                                Costs.source(line),
                                                                _ -> new Costs())
                                                        .add(day, line, amount(line))));
        return costs;
    }

    private Savings.Line line(Source source, Costs costs, Details details) {
        var course = Courses.of(compared, costs, details.continued(source));
        var told = details.told(source);
        var savings =
                Holding.of(course.below(), course.floor()).stream()
                        .map(holding -> saving(source, holding, told))
                        .toList();
        var reference = sums(course.reference());
        var actual = sums(course.actual());
        var saved = savings.stream().map(Saving::amount).reduce(Sums.NONE, Sums::plus);
        var avoided = details.perDay(told.avoided());
        return new Savings.Line(
                source.category(),
                reference,
                actual,
                savings,
                saved.minus(reference).plus(actual),
                avoided.compareTo(course.floor()) < 0 ? BigDecimal.ZERO : avoided);
    }

    private Saving saving(Source source, Holding holding, Told told) {
        var days = compared.days().subList(holding.from(), holding.end());
        boolean holds = holding.end() == compared.days().size();
        var state =
                !holds
                        ? State.REVERSED
                        : days.size() >= DAYS_TO_HOLD ? State.CONFIRMED : State.SEEN;
        var amount = Sums.of(days, holding.amounts(), compared.asOf());
        return new Saving(
                source,
                state,
                days.getFirst(),
                holds ? Optional.empty() : Optional.of(compared.days().get(holding.end())),
                amount,
                holds ? parts(amount, told) : untold(amount));
    }

    private static Parts untold(Sums amount) {
        return new Parts(Sums.NONE, Sums.NONE, amount, Optional.empty());
    }

    private static Parts parts(Sums amount, Told told) {
        if (told.all().signum() == 0) {
            return untold(amount);
        }
        var rate = amount.map(share(told.rate(), told.all()));
        var usage = amount.map(share(told.usage(), told.all()));
        var untold = amount.minus(rate).minus(usage);
        if (told.untold().signum() == 0) {
            usage = usage.plus(untold);
            untold = Sums.NONE;
        }
        return new Parts(rate, usage, untold, told.largest());
    }

    private static UnaryOperator<BigDecimal> share(BigDecimal part, BigDecimal all) {
        return amount ->
                amount.multiply(part)
                        .divide(all, MathContext.DECIMAL128)
                        .setScale(12, RoundingMode.HALF_EVEN);
    }

    private Sums sums(List<BigDecimal> amounts) {
        return Sums.of(compared.days(), amounts, compared.asOf());
    }

    private static Savings.Line sum(Savings.Line one, Savings.Line other) {
        var savings = new ArrayList<>(one.savings());
        savings.addAll(other.savings());
        return new Savings.Line(
                one.category(),
                one.reference().plus(other.reference()),
                one.actual().plus(other.actual()),
                savings,
                one.growth().plus(other.growth()),
                one.avoided().add(other.avoided()));
    }

    private boolean looksAt(CostLine line) {
        return counts.test(line) && Costs.isLookedAt(line);
    }

    private BigDecimal amount(CostLine line) {
        var amount = line.amounts().of(metric);
        return amount == null ? BigDecimal.ZERO : amount;
    }
}
