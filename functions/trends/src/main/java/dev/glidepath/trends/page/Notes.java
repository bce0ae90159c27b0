package dev.glidepath.trends.page;

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
import java.util.stream.Stream;

/// What was billed and is in no line, and why.
public final class Notes {

    private Notes() {}

    static List<String> of(Shown shown) {
        return of(shown.trend(), shown.figures());
    }

    /// Each in one sentence.
    public static List<String> of(Trend trend, Figures figures) {
        var bills = trend.periods().stream().map(Period::bill).toList();
        return Stream.of(
                        notCounted(bills, figures),
                        otherCurrencies(bills, figures),
                        unpriced(bills, trend, figures),
                        unknown(trend))
                .flatMap(notes -> notes)
                .toList();
    }

    private static Stream<String> notCounted(List<Bill> bills, Figures figures) {
        var sums = new TreeMap<String, BigDecimal>();
        bills.stream()
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

    private static Stream<String> otherCurrencies(List<Bill> bills, Figures figures) {
        var sums = new TreeMap<String, Money>();
        bills.stream()
                .flatMap(bill -> bill.otherCurrencies().stream())
                .forEach(money -> sums.merge(money.currency(), money, Money::plus));
        return sums.values().stream()
                .map(
                        money ->
                                "Another currency, in no sum: %s %s."
                                        .formatted(
                                                Names.clean(money.currency()),
                                                figures.decimal(money.amount(), 2)));
    }

    private static Stream<String> unpriced(List<Bill> bills, Trend trend, Figures figures) {
        long rows = bills.stream().mapToLong(Bill::unpriced).sum();
        var metric = trend.frame().basis().metric().name().toLowerCase(Locale.ROOT);
        return rows == 0
                ? Stream.empty()
                : Stream.of(
                        "Rows without %s cost, in no sum: %s."
                                .formatted(metric, figures.count(rows)));
    }

    private static Stream<String> unknown(Trend trend) {
        return trend.series().stream()
                .filter(s -> s.kind() == Series.Kind.UNKNOWN_CATEGORY)
                .map(s -> Names.clean(s.name(), "(no name)"))
                .map(name -> name + " is no category of the plan: collect again with it.");
    }
}
