package dev.glidepath.core.savings;

import dev.glidepath.core.cost.Amounts;
import dev.glidepath.core.cost.CostLine;
import dev.glidepath.core.cost.Dimensions;
import dev.glidepath.core.cost.Metric;
import dev.glidepath.core.money.Split;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/// Made-up bills from 28 days before a plan's start on.
final class Bills {

    static final LocalDate START = LocalDate.of(2026, 1, 1);
    static final LocalDate FIRST = START.minusDays(28);

    final NavigableMap<LocalDate, List<CostLine>> days = new TreeMap<>();

    /// @param item null for charges of which nothing else is known
    record Thing(
            String category,
            String service,
            @Nullable String item,
            @Nullable String unit,
            String charge) {

        static Thing usage(String service, String item) {
            return new Thing("A", service, item, "Hrs", "Usage");
        }

        static Thing uncounted(String category, String service) {
            return new Thing(category, service, null, null, "Usage");
        }
    }

    /// Each day of `[from, through]` costs `cost` of the day.
    Bills daily(
            Thing thing, LocalDate from, LocalDate through, Function<LocalDate, BigDecimal> cost) {
        from.datesUntil(through.plusDays(1)).forEach(d -> day(d, thing, null, cost.apply(d), 1));
        return this;
    }

    Bills daily(Thing thing, LocalDate from, LocalDate through, String quantity, String price) {
        var amount = new BigDecimal(quantity).multiply(new BigDecimal(price));
        from.datesUntil(through.plusDays(1))
                .forEach(d -> day(d, thing, new BigDecimal(quantity), amount, 1));
        return this;
    }

    /// By the month, spread as the store does.
    Bills fee(Thing thing, YearMonth month, String amount) {
        var days = month.atDay(1).datesUntil(month.plusMonths(1).atDay(1)).toList();
        var shares = Split.evenly(new BigDecimal(amount), days.size());
        for (int i = 0; i < days.size(); i++) {
            day(days.get(i), thing, null, shares.get(i), i == 0 ? 1 : 0);
        }
        return this;
    }

    Bills day(
            LocalDate day,
            Thing thing,
            @Nullable BigDecimal quantity,
            BigDecimal amount,
            long rows) {
        var dimensions =
                new Dimensions(
                        "USD",
                        new Dimensions.Service("AWS", thing.service(), null),
                        new Dimensions.SubAccount("001", null),
                        "eu-central-1",
                        new Dimensions.Charge(
                                thing.charge(), null, thing.item(), null, null, null, thing.unit()),
                        Map.of());
        days.computeIfAbsent(day, _ -> new ArrayList<>())
                .add(
                        new CostLine(
                                thing.category(),
                                dimensions,
                                new Amounts(amount, amount, null, null),
                                quantity,
                                rows));
        return this;
    }

    Savings.Known asOf(LocalDate day) {
        return asOf(day, Set.of());
    }

    Savings.Known asOf(LocalDate day, Set<LocalDate> unknown) {
        var compared =
                new Compared(
                        new Savings.Reference(FIRST, START.minusDays(1), true),
                        FIRST.datesUntil(START).toList(),
                        START.datesUntil(day.plusDays(1))
                                .filter(d -> !unknown.contains(d))
                                .toList(),
                        Set.of(),
                        Set.of());
        var known = new TreeMap<>(days.headMap(day, true));
        return new Verification(compared, Metric.EFFECTIVE, _ -> true).of(known, known);
    }

    static List<Saving> savings(Savings.Known known) {
        return known.lines().stream().flatMap(l -> l.savings().stream()).toList();
    }
}
