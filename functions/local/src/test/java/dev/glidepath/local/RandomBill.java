package dev.glidepath.local;

import dev.glidepath.core.cost.Amounts;
import dev.glidepath.core.cost.CostLine;
import dev.glidepath.core.cost.Dimensions;
import dev.glidepath.core.cost.Execution;
import dev.glidepath.core.cost.Execution.Totals;
import dev.glidepath.core.plan.Plan;
import dev.glidepath.core.plan.PlanFile;
import dev.glidepath.store.DailyValues;
import dev.glidepath.store.Snapshots;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Half a year of random costs in more categories than a mail shows one by one, and an estimate of
/// its last days.
final class RandomBill {

    static final int CATEGORIES = 14;
    static final Instant AS_OF = Instant.parse("2026-05-13T06:00:00Z");
    static final Plan PLAN = plan();

    private static final LocalDate FIRST = LocalDate.of(2025, 11, 1);
    private static final LocalDate LAST = LocalDate.of(2026, 5, 12);

    private RandomBill() {}

    private static Plan plan() {
        var categories =
                IntStream.range(0, CATEGORIES)
                        .mapToObj(
                                i ->
                                        "  - {name: Category%s, owner: Owner%s, baseline: %sK, milestones: {6M: %sK}, match: [{service: Service%s}]}"
                                                .formatted(i, i, 40 - i, 30 - i, i))
                        .collect(Collectors.joining("\n"));
        var text =
                """
                name: Same numbers
                currency: USD
                start: 2026-01-01
                charge categories: {usage: counted, purchase: counted, tax: excluded, credit: excluded, adjustment: counted}
                categories:
                %s
                measures:
                  Quality:
                    - {name: Availability, better: higher, current: 99.2%%, targets: {12M: 99.9%%}}
                recipients:
                  - {email: all@example.com, scope: all}
                """
                        .formatted(categories);
        return switch (PlanFile.read(text)) {
            case PlanFile.Valid(var valid, _) -> valid;
            case PlanFile.Faulty(var faults) -> throw new AssertionError(faults.toString());
        };
    }

    /// Records it.
    static NavigableMap<LocalDate, List<CostLine>> fill(Snapshots snapshots) {
        var bill = new TreeMap<LocalDate, List<CostLine>>();
        var random = new SplittableRandom(14);
        for (var day = FIRST; !day.isAfter(LAST.minusDays(2)); day = day.plusDays(1)) {
            var lines = new ArrayList<CostLine>();
            for (int i = 0; i < CATEGORIES; i++) {
                lines.add(line("Category" + i, "Service" + i, random));
            }
            lines.add(line(CostLine.UNALLOCATED, "Other", random));
            bill.put(day, lines);
        }
        var months = new TreeMap<YearMonth, NavigableMap<LocalDate, List<CostLine>>>();
        bill.forEach(
                (day, lines) ->
                        months.computeIfAbsent(YearMonth.from(day), _ -> new TreeMap<>())
                                .put(day, lines));
        months.forEach((month, days) -> record(snapshots, month, days));
        var estimates = new TreeMap<String, NavigableMap<LocalDate, BigDecimal>>();
        estimates.put("/", growing("1500"));
        estimates.put("111122223333/Code3", growing("600.005"));
        estimates.put("111122223333/AmazonBrandNew", growing("7.5"));
        snapshots
                .values()
                .record(
                        DailyValues.Kind.ESTIMATED,
                        estimates,
                        InstantSource.fixed(AS_OF.minusSeconds(60)));
        return bill;
    }

    private static NavigableMap<LocalDate, BigDecimal> growing(String perDay) {
        var days = new TreeMap<LocalDate, BigDecimal>();
        for (int day = 1; day <= LAST.getDayOfMonth(); day++) {
            days.put(
                    LAST.withDayOfMonth(day),
                    new BigDecimal(perDay).multiply(BigDecimal.valueOf(day)));
        }
        return days;
    }

    private static void record(
            Snapshots snapshots, YearMonth month, NavigableMap<LocalDate, List<CostLine>> days) {
        var total =
                days.values().stream()
                        .flatMap(List::stream)
                        .map(l -> new Totals(l.rows(), l.amounts(), Map.of()))
                        .reduce(Totals::plus)
                        .orElseThrow();
        snapshots.record(
                new Execution(
                        new Execution.Id("aws", month, "1", AS_OF.minusSeconds(7200)),
                        new Execution.Source("FOCUS 1.2", "manifest.json"),
                        List.of(new Execution.FileRead("part.parquet", "etag", 1, 1)),
                        Map.of("USD", total)),
                PLAN.allocation().version(),
                days,
                InstantSource.fixed(AS_OF.minusSeconds(3600)));
    }

    private static CostLine line(String category, String service, SplittableRandom random) {
        var cost = BigDecimal.valueOf(random.nextLong(10_000_000, 190_000_000), 5);
        return new CostLine(
                category,
                new Dimensions(
                        "USD",
                        new Dimensions.Service("AWS", service, service.replace("Service", "Code")),
                        new Dimensions.SubAccount("111122223333", null),
                        null,
                        new Dimensions.Charge("Usage", null, null, null, null, null),
                        Map.of()),
                new Amounts(cost, cost, null, null),
                null,
                1);
    }
}
