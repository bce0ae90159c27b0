package dev.glidepath.trends;

import dev.glidepath.core.cost.Amounts;
import dev.glidepath.core.cost.CostLine;
import dev.glidepath.core.cost.DailyCost;
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
import dev.glidepath.store.SnapshotTable;
import dev.glidepath.store.Snapshots;
import dev.glidepath.store.embedded.EmbeddedTable;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;

/// Made-up bills of one export, recorded in a table of their own.
public final class Bills {

    public static final LocalDate START = LocalDate.of(2026, 1, 1);
    public static final Instant AS_OF = Instant.parse("2026-07-01T06:00:00Z");

    private static final EmbeddedTable DATABASE = EmbeddedTable.inMemory();

    private final NavigableMap<LocalDate, List<CostLine>> days = new TreeMap<>();

    public static Plan plan(String... categories) {
        var basis =
                new Plan.Basis(
                        "plan",
                        "USD",
                        START,
                        Metric.EFFECTIVE,
                        new BigDecimal("0.02"),
                        Map.of("Tax", false));
        var all = new ArrayList<Category>();
        for (var name : categories) {
            all.add(new Category(name, "owner of " + name, path(), List.of()));
        }
        return new Plan("plan-1", basis, all, Plan.Scorecard.EMPTY, List.of());
    }

    public static Plan measuring(Plan plan, Measure... measures) {
        var scorecard =
                new Plan.Scorecard(
                        List.of(measures), List.of(), List.of(), Plan.Scorecard.EMPTY.values());
        return new Plan(
                plan.id(), plan.basis(), plan.categories(), scorecard, List.of(), List.of());
    }

    /// 99 % at the plan's start, 99.5 % in June, 99.9 % as a target.
    public static Measure availability(String name) {
        return new Measure(
                "Quality",
                name,
                new Measure.Unit(Measure.Unit.Kind.PERCENT, true),
                List.of(
                        new Measure.Stated(START, new BigDecimal("99")),
                        new Measure.Stated(LocalDate.of(2026, 6, 15), new BigDecimal("99.5"))),
                List.of(new Milestone("12M", START.plusYears(1), new BigDecimal("99.9"))),
                Optional.empty(),
                Optional.empty(),
                new Source.Stated());
    }

    static GlidePath path() {
        return new GlidePath(
                new Milestone("baseline", START, new BigDecimal("3000")),
                List.of(new Milestone("6M", START.plusMonths(6), new BigDecimal("2000.01"))));
    }

    /// Every day from January to June, in all charge categories and two currencies; one category is
    /// not the plan's, and some charges have no amount.
    public static Bills random(SplittableRandom random) {
        var bills = new Bills();
        for (var day = START; day.isBefore(START.plusMonths(6)); day = day.plusDays(1)) {
            for (int i = random.nextInt(1, 5); i > 0; i--) {
                bills.charge(
                        day,
                        List.of("Infrastructure", "Support", CostLine.UNALLOCATED, "Former")
                                .get(random.nextInt(4)),
                        random.nextInt(6) == 0 ? "Tax" : "Usage",
                        random.nextInt(6) == 0 ? "EUR" : "USD",
                        random.nextInt(9) == 0
                                ? null
                                : BigDecimal.valueOf(
                                                random.nextLong(-1_000, 9_000_000),
                                                random.nextInt(12))
                                        .toPlainString());
            }
        }
        return bills;
    }

    public Bills daily(LocalDate from, LocalDate through, String category, String amount) {
        from.datesUntil(through.plusDays(1))
                .forEach(day -> charge(day, category, "Usage", "USD", amount));
        return this;
    }

    public Bills charge(
            LocalDate day,
            String category,
            String charge,
            String currency,
            @Nullable String effective) {
        return add(day, category, dimensions("Amazon EC2", "001", charge, currency), effective);
    }

    /// Usage of a service by an account.
    public Bills used(
            LocalDate day, String category, String service, String account, String effective) {
        return add(day, category, dimensions(service, account, "Usage", "USD"), effective);
    }

    private static Dimensions dimensions(
            String service, String account, String charge, String currency) {
        return new Dimensions(
                currency,
                new Dimensions.Service("AWS", service, null),
                new Dimensions.SubAccount(account, "name of " + account),
                null,
                new Dimensions.Charge(charge, null, null, null, null, null),
                Map.of());
    }

    private Bills add(
            LocalDate day, String category, Dimensions dimensions, @Nullable String effective) {
        var amounts =
                new Amounts(
                        BigDecimal.ONE,
                        effective == null ? null : new BigDecimal(effective),
                        null,
                        null);
        days.computeIfAbsent(day, _ -> new ArrayList<>())
                .add(new CostLine(category, dimensions, amounts, null, 1));
        return this;
    }

    /// One execution per month, delivered in full on the 30th of June.
    public Snapshots recorded() {
        var table = "t-" + UUID.randomUUID();
        recorded(DATABASE.client(), table);
        return new Snapshots(DATABASE.client(), table);
    }

    /// In a new table.
    public void recorded(DynamoDbClient client, String table) {
        SnapshotTable.create(client, table);
        record(new Snapshots(client, table), "aws", "2026-06-30T12:00:00Z");
    }

    /// Beside what is recorded there.
    public void record(Snapshots snapshots, String export, String delivered) {
        var months = new TreeMap<YearMonth, NavigableMap<LocalDate, List<CostLine>>>();
        days.forEach(
                (day, lines) ->
                        months.computeIfAbsent(YearMonth.from(day), _ -> new TreeMap<>())
                                .put(day, DailyCost.rollUp(lines, Function.identity())));
        months.forEach(
                (month, own) ->
                        snapshots.record(
                                execution(export, month, Instant.parse(delivered), own),
                                "rules",
                                own,
                                InstantSource.fixed(AS_OF.minusSeconds(3600))));
    }

    private static Execution execution(
            String export,
            YearMonth month,
            Instant delivered,
            NavigableMap<LocalDate, List<CostLine>> days) {
        var totals = new TreeMap<String, Totals>();
        days.values().stream()
                .flatMap(List::stream)
                .forEach(
                        line ->
                                totals.merge(
                                        line.dimensions().currency(),
                                        new Totals(line.rows(), line.amounts(), Map.of()),
                                        Totals::plus));
        return new Execution(
                new Execution.Id(export, month, "execution", delivered),
                new Execution.Source("FOCUS 1.2", "manifest.json"),
                List.of(new Execution.FileRead("part.parquet", "etag", 10, 10)),
                totals);
    }
}
