package dev.glidepath.store.evidence;

import dev.glidepath.core.cost.Amounts;
import dev.glidepath.core.cost.CostLine;
import dev.glidepath.core.cost.Dimensions;
import dev.glidepath.core.cost.Execution;
import dev.glidepath.core.cost.Metric;
import dev.glidepath.core.plan.Plan;
import dev.glidepath.store.Snapshots;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/// The bill of a month, as a test makes and delivers it.
record Bills(YearMonth month, NavigableMap<LocalDate, List<CostLine>> days) {

    static final YearMonth MAY = YearMonth.of(2026, 5);
    static final Plan.Basis BASIS =
            new Plan.Basis(
                    "plan",
                    "USD",
                    LocalDate.of(2026, 4, 1),
                    Metric.EFFECTIVE,
                    new BigDecimal("0.02"),
                    Map.of());

    static Bills of(YearMonth month) {
        return new Bills(month, new TreeMap<>());
    }

    Bills with(int day, CostLine... lines) {
        days.computeIfAbsent(month.atDay(day), _ -> new ArrayList<>()).addAll(List.of(lines));
        return this;
    }

    /// Usage of 10 on each day up to `last`.
    Bills usedUpTo(int last) {
        for (int day = 1; day <= last; day++) {
            with(day, line("USD", "Usage", "001", "7", "10"));
        }
        return this;
    }

    void deliveredOn(LocalDate day, Snapshots snapshots) {
        deliveredOn(day, "rules", snapshots);
    }

    void deliveredOn(LocalDate day, String allocation, Snapshots snapshots) {
        var at = morning(day);
        var totals = new TreeMap<String, Execution.Totals>();
        days.values().stream()
                .flatMap(List::stream)
                .forEach(
                        line ->
                                totals.merge(
                                        line.dimensions().currency(),
                                        new Execution.Totals(1, line.amounts(), Map.of()),
                                        Execution.Totals::plus));
        snapshots.record(
                new Execution(
                        new Execution.Id("aws", month, "e" + day, at),
                        new Execution.Source("FOCUS 1.2", "manifest"),
                        List.of(),
                        totals),
                allocation,
                days,
                () -> at);
    }

    static Instant morning(LocalDate day) {
        return day.atTime(6, 0).toInstant(ZoneOffset.UTC);
    }

    static CostLine line(
            String currency,
            String category,
            @Nullable String account,
            String billed,
            String effective) {
        return line(currency, category, account, billed, effective, Map.of());
    }

    static CostLine line(
            String currency,
            String category,
            @Nullable String account,
            String billed,
            String effective,
            Map<String, String> labels) {
        return new CostLine(
                CostLine.UNALLOCATED,
                new Dimensions(
                        currency,
                        new Dimensions.Service("AWS", "S3", null),
                        new Dimensions.SubAccount(account, account == null ? null : "of " + labels),
                        null,
                        new Dimensions.Charge(category, null, null, null, null, null),
                        labels),
                new Amounts(new BigDecimal(billed), new BigDecimal(effective), null, null),
                null,
                1);
    }
}
