package dev.glidepath.local.serve;

import dev.glidepath.core.cost.Amounts;
import dev.glidepath.core.cost.CostLine;
import dev.glidepath.core.cost.Dimensions;
import dev.glidepath.core.cost.Execution;
import dev.glidepath.core.cost.Execution.Totals;
import dev.glidepath.core.cost.Metric;
import dev.glidepath.core.plan.Category;
import dev.glidepath.core.plan.GlidePath;
import dev.glidepath.core.plan.GlidePath.Milestone;
import dev.glidepath.core.plan.Measure;
import dev.glidepath.core.plan.Plan;
import dev.glidepath.core.plan.Source;
import dev.glidepath.store.DailyValues;
import dev.glidepath.store.Snapshots;
import dev.glidepath.store.embedded.EmbeddedTable;
import dev.glidepath.trends.answer.Answers;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Half a year of two categories, with names that nobody would want in a page.
record SmallBill(EmbeddedTable table) implements AutoCloseable {

    static final String HOSTILE = "</script><img src=x onerror=alert(1)>" + "W".repeat(70);

    private static final Instant NOW = Instant.parse("2026-07-01T06:00:00Z");
    private static final LocalDate START = LocalDate.of(2026, 1, 1);

    static SmallBill in(Path folder) {
        var bill = new SmallBill(EmbeddedTable.open(folder));
        for (int month = 1; month <= 6; month++) {
            bill.record(YearMonth.of(2026, month));
        }
        bill.estimate();
        return bill;
    }

    Answers answers() {
        return new Answers(snapshots(), plan(), InstantSource.fixed(NOW));
    }

    @Override
    public void close() {
        table.close();
    }

    private Snapshots snapshots() {
        return new Snapshots(table.client(), EmbeddedTable.NAME);
    }

    private static Plan plan() {
        var basis =
                new Plan.Basis(
                        "A plan", "USD", START, Metric.EFFECTIVE, new BigDecimal("0.02"), Map.of());
        var path =
                new GlidePath(
                        new Milestone("baseline", START, new BigDecimal("300000")),
                        List.of(new Milestone("6M", LocalDate.of(2026, 9, 1), BigDecimal.TEN)));
        return new Plan(
                "plan",
                basis,
                List.of(
                        new Category("Infrastructure", HOSTILE, path, List.of()),
                        new Category(HOSTILE, "Somebody", path, List.of())),
                new Plan.Scorecard(
                        List.of(measure("Uptime"), measure(HOSTILE)),
                        List.of(),
                        List.of(),
                        Plan.Scorecard.EMPTY.values()),
                List.of());
    }

    private static Measure measure(String name) {
        return new Measure(
                HOSTILE,
                name,
                new Measure.Unit(Measure.Unit.Kind.PERCENT, true),
                List.of(new Measure.Stated(START, new BigDecimal("99"))),
                List.of(new Milestone("12M", START.plusYears(1), new BigDecimal("99.9"))),
                Optional.empty(),
                Optional.of(new BigDecimal("98")),
                new Source.Stated());
    }

    private void record(YearMonth month) {
        var days = new TreeMap<LocalDate, List<CostLine>>();
        var last = month.atEndOfMonth();
        month.atDay(1)
                .datesUntil(last.plusDays(1))
                .filter(day -> !day.equals(LocalDate.of(2026, 4, 9)))
                .forEach(
                        day ->
                                days.put(
                                        day,
                                        List.of(
                                                line("Infrastructure", "Amazon EC2", day),
                                                line(HOSTILE, HOSTILE, day))));
        var totals =
                days.values().stream()
                        .flatMap(List::stream)
                        .map(l -> new Totals(l.rows(), l.amounts(), Map.of()))
                        .reduce(Totals::plus)
                        .orElseThrow();
        var delivered = Instant.parse("2026-06-30T12:00:00Z");
        snapshots()
                .record(
                        new Execution(
                                new Execution.Id("aws", month, "execution", delivered),
                                new Execution.Source("FOCUS 1.2", "manifest.json"),
                                List.of(new Execution.FileRead("part.parquet", "etag", 1, 1)),
                                Map.of("USD", totals)),
                        "rules",
                        days,
                        InstantSource.fixed(delivered));
    }

    /// Up to the last day of June, of services that no bill has named.
    private void estimate() {
        var days = new TreeMap<LocalDate, BigDecimal>();
        for (int day = 1; day <= 30; day++) {
            days.put(LocalDate.of(2026, 6, day), BigDecimal.valueOf(6_100L * day));
        }
        snapshots()
                .values()
                .record(
                        DailyValues.Kind.ESTIMATED,
                        Map.of("/", days, "001/" + HOSTILE, days),
                        InstantSource.fixed(NOW));
    }

    private static CostLine line(String category, String service, LocalDate day) {
        var amount = new BigDecimal(3_000 + day.getDayOfYear() * 7 % 500);
        return new CostLine(
                category,
                new Dimensions(
                        "USD",
                        new Dimensions.Service("AWS", service, null),
                        new Dimensions.SubAccount("001", HOSTILE),
                        null,
                        new Dimensions.Charge("Usage", null, null, null, null, null),
                        Map.of()),
                new Amounts(amount, amount, null, null),
                null,
                1);
    }
}
