package dev.glidepath.store;

import dev.glidepath.core.cost.Amounts;
import dev.glidepath.core.cost.CostLine;
import dev.glidepath.core.cost.Dimensions;
import dev.glidepath.core.cost.Execution;
import dev.glidepath.core.cost.Execution.Totals;
import dev.glidepath.core.cost.Metric;

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

/// An execution with its days.
record Sample(Execution execution, NavigableMap<LocalDate, List<CostLine>> days) {

    static final YearMonth NOVEMBER = YearMonth.parse("2026-11");
    static final LocalDate FIRST = NOVEMBER.atDay(1);
    static final Instant START = Instant.parse("2026-11-10T06:00:00Z");
    static final String PLAN = "plan-1";

    static Sample of(Execution.Id id, Map<LocalDate, List<CostLine>> days) {
        var totals = new TreeMap<String, Totals>();
        for (var lines : days.values()) {
            for (var line : lines) {
                totals.merge(
                        line.dimensions().currency(),
                        new Totals(line.rows(), line.amounts(), Map.of(Metric.LIST, 0L)),
                        Sample::plus);
            }
        }
        var source = new Execution.Source("FOCUS 1.2", "s3://bucket/" + id.executionId());
        var files = List.of(new Execution.FileRead(id.executionId() + ".parquet", "etag", 1234, 7));
        return new Sample(new Execution(id, source, files, totals), new TreeMap<>(days));
    }

    /// The `newness`-th execution of November.
    static Execution.Id id(String export, int newness) {
        return id(export, NOVEMBER, newness);
    }

    static Execution.Id id(String export, YearMonth period, int newness) {
        var delivered = Instant.parse("2026-11-05T04:00:00.5Z").plusSeconds(86_400L * newness);
        return new Execution.Id(export, period, "execution-" + newness, delivered);
    }

    static CostLine line(String service, String account, String billed) {
        return line("USD", service, account, new BigDecimal(billed));
    }

    static CostLine line(String currency, String service, String account, BigDecimal billed) {
        var dimensions =
                new Dimensions(
                        currency,
                        new Dimensions.Service("AWS", service, null),
                        new Dimensions.SubAccount(account, null),
                        "eu-central-1",
                        new Dimensions.Charge("Usage", null, "sku", "Standard", null, null),
                        Map.of("tag:team", "a:1\n"));
        return new CostLine(
                "Infrastructure",
                dimensions,
                new Amounts(billed, billed, null, null),
                BigDecimal.ONE,
                1);
    }

    /// Up to 12 days, some of them after the month's end, with credits and two currencies.
    static Sample random(Execution.Id id, SplittableRandom random) {
        var days = new TreeMap<LocalDate, List<CostLine>>();
        for (int i = random.nextInt(13); i > 0; i--) {
            var lines = new TreeMap<String, CostLine>();
            for (int k = random.nextInt(1, 5); k > 0; k--) {
                var line = randomLine(random);
                lines.put(line.dimensions().key(), line);
            }
            days.put(FIRST.plusDays(random.nextInt(33)), new ArrayList<>(lines.values()));
        }
        return of(id, days);
    }

    private static CostLine randomLine(SplittableRandom random) {
        return line(
                random.nextInt(8) == 0 ? "EUR" : "USD",
                "service " + random.nextInt(4),
                "00" + random.nextInt(3),
                BigDecimal.valueOf(random.nextLong(-1_000, 9_000_000), random.nextInt(14)));
    }

    Recording into(Snapshots snapshots, Instant now) {
        return into(snapshots, PLAN, now);
    }

    Recording into(Snapshots snapshots, String allocation, Instant now) {
        return snapshots.record(execution, allocation, days, InstantSource.fixed(now));
    }

    private static Totals plus(Totals a, Totals b) {
        return new Totals(a.rows() + b.rows(), a.amounts().plus(b.amounts()), a.absent());
    }
}
