package dev.glidepath.local;

import dev.glidepath.core.assess.Bill;
import dev.glidepath.core.figures.Figures;
import dev.glidepath.core.figures.Names;
import dev.glidepath.core.money.Money;
import dev.glidepath.trends.series.Period;
import dev.glidepath.trends.series.Series;
import dev.glidepath.trends.series.Trend;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What stands below a trend: how far it can be relied upon, and what was billed and is in no line.
record TrendNotes(Trend trend, Figures figures, int mostBlocks) {

    String text() {
        return Stream.of(periods(), notCounted(), otherCurrencies(), unpriced(), unknown())
                .flatMap(notes -> notes)
                .map(note -> note + "\n")
                .collect(Collectors.joining());
    }

    private Stream<String> periods() {
        boolean complete = trend.periods().stream().allMatch(p -> p.state().complete());
        return Stream.concat(
                complete
                        ? Stream.empty()
                        : Stream.of(
                                "* not complete, · in the picture: days are not settled, not known"
                                        + " or outside the range."),
                trend.periods().size() <= mostBlocks
                        ? Stream.empty()
                        : Stream.of(
                                "The pictures show the newest %d periods.".formatted(mostBlocks)));
    }

    private Stream<String> notCounted() {
        var sums = new TreeMap<String, BigDecimal>();
        bills().stream()
                .flatMap(bill -> bill.notCounted().stream())
                .forEach(n -> sums.merge(n.chargeCategory(), n.amount(), BigDecimal::add));
        return sums.entrySet().stream()
                .map(
                        e ->
                                "Not counted by the plan: %s %s."
                                        .formatted(
                                                Names.clean(e.getKey()),
                                                figures.cents(e.getValue())));
    }

    private Stream<String> otherCurrencies() {
        var sums = new TreeMap<String, Money>();
        bills().stream()
                .flatMap(bill -> bill.otherCurrencies().stream())
                .forEach(money -> sums.merge(money.currency(), money, Money::plus));
        return sums.values().stream()
                .map(
                        money ->
                                "Another currency, in no sum: %s %s."
                                        .formatted(
                                                Names.clean(money.currency()),
                                                Figures.decimal(money.amount(), 2)));
    }

    private Stream<String> unpriced() {
        long rows = bills().stream().mapToLong(Bill::unpriced).sum();
        var metric = trend.frame().basis().metric().name().toLowerCase(Locale.ROOT);
        return rows == 0
                ? Stream.empty()
                : Stream.of(
                        "Rows without %s cost, in no sum: %s."
                                .formatted(metric, Figures.count(rows)));
    }

    private Stream<String> unknown() {
        return trend.series().stream()
                .filter(s -> s.kind() == Series.Kind.UNKNOWN_CATEGORY)
                .map(TrendTable::name)
                .map(name -> name + " is no category of the plan: collect again with it.");
    }

    private List<Bill> bills() {
        return trend.periods().stream().map(Period::bill).toList();
    }
}
