package dev.glidepath.local.faults;

import dev.glidepath.core.calendar.Week;
import dev.glidepath.core.cost.Amounts;
import dev.glidepath.core.cost.CostLine;
import dev.glidepath.core.cost.Dimensions;
import dev.glidepath.core.cost.Execution;
import dev.glidepath.core.cost.Execution.Totals;
import dev.glidepath.core.plan.Plan;
import dev.glidepath.core.plan.PlanFile;
import dev.glidepath.store.Snapshots;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Some months of one service, and the plan for it: enough for a digest that is sound.
final class SmallBill {

    static final Week WEEK = Week.parse("2026-W19");
    static final Instant DUE = Instant.parse("2026-05-13T06:00:00Z");
    static final String PLAN =
            """
            name: Small
            currency: USD
            start: 2026-01-01
            charge categories: {usage: counted, purchase: counted, tax: excluded, credit: excluded, adjustment: counted}
            categories:
              - {name: Infrastructure, owner: CTO, baseline: 9K, milestones: {12M: 5K}, match: [{region: r0}]}
            recipients:
              - {email: finance@example.com, scope: all}
              - {email: engineering@example.com, scope: all}
              - {email: cto@example.com, scope: Infrastructure}
            """;

    private static final Instant DELIVERED = Instant.parse("2026-05-13T05:00:00Z");

    private SmallBill() {}

    static Plan plan() {
        return ((PlanFile.Valid) PlanFile.read(PLAN)).plan();
    }

    static void into(Snapshots snapshots) {
        for (int month = 2; month <= 5; month++) {
            var period = YearMonth.of(2026, month);
            var end = month == 5 ? period.atDay(12) : period.atEndOfMonth();
            var days = new TreeMap<LocalDate, List<CostLine>>();
            period.atDay(1)
                    .datesUntil(end.plusDays(1))
                    .forEach(day -> days.put(day, List.of(line(day))));
            var totals =
                    days.values().stream()
                            .map(lines -> new Totals(1, lines.getFirst().amounts(), Map.of()))
                            .reduce(Totals::plus)
                            .orElseThrow();
            snapshots.record(
                    new Execution(
                            new Execution.Id("billed", period, "run", DELIVERED),
                            new Execution.Source("FOCUS 1.2", "manifest.json"),
                            List.of(new Execution.FileRead("part", "etag", 1, totals.rows())),
                            Map.of("USD", totals)),
                    plan().allocation().version(),
                    days,
                    () -> DELIVERED);
        }
    }

    private static CostLine line(LocalDate day) {
        var amount = BigDecimal.valueOf(200 + day.getDayOfYear() * 7 % 50);
        return new CostLine(
                "Infrastructure",
                new Dimensions(
                        "USD",
                        new Dimensions.Service("AWS", "Amazon EC2", null),
                        new Dimensions.SubAccount("000000000001", null),
                        "r0",
                        new Dimensions.Charge("Usage", null, null, null, null, null),
                        Map.of()),
                new Amounts(amount, amount, amount, amount),
                null,
                1);
    }
}
