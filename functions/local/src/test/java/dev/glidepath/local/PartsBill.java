package dev.glidepath.local;

import dev.glidepath.core.calendar.Week;
import dev.glidepath.core.cost.Amounts;
import dev.glidepath.core.cost.CostLine;
import dev.glidepath.core.cost.Dimensions;
import dev.glidepath.core.cost.Execution;
import dev.glidepath.core.cost.Execution.Totals;
import dev.glidepath.core.plan.Plan;
import dev.glidepath.store.Snapshots;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// A bill of which each account, team and category has services of its own name.
final class PartsBill {

    static final Week WEEK = Week.parse("2026-W19");
    static final List<String> ACCOUNTS =
            List.of("100000000001", "200000000002", "300000000003", "400000000004");
    static final List<String> TEAMS = List.of("teamkestrel", "teamheron", "teamosprey");
    static final List<String> CATEGORIES = List.of("Alphacat", "Betacat", "Gammacat");

    /// To which recipients are added.
    static final String PLAN =
            """
            name: Scopes
            currency: USD
            start: 2026-01-01
            charge categories: {usage: counted, purchase: counted, tax: excluded, credit: excluded, adjustment: counted}
            categories:
              - {name: Alphacat, owner: Ownerofalpha, baseline: 9K, milestones: {12M: 5K}, match: [{region: r0}]}
              - {name: Betacat, owner: Ownerofbeta, baseline: 9K, milestones: {12M: 5K}, match: [{region: r1}]}
              - {name: Gammacat, owner: Ownerofgamma, baseline: 9K, milestones: {12M: 5K}, match: [{region: r2}]}
            """;

    private PartsBill() {}

    static NavigableMap<LocalDate, List<CostLine>> cube(SplittableRandom random) {
        var services = new ArrayList<Dimensions>();
        for (int i = 0; i < 18; i++) {
            services.add(service(i, random));
        }
        var days = new TreeMap<LocalDate, List<CostLine>>();
        LocalDate.of(2026, 2, 1)
                .datesUntil(LocalDate.of(2026, 5, 13))
                .forEach(day -> days.put(day, day(services, day, random)));
        return days;
    }

    private static Dimensions service(int number, SplittableRandom random) {
        var account = random.nextInt(ACCOUNTS.size());
        var team = random.nextInt(TEAMS.size() + 1);
        return new Dimensions(
                "USD",
                new Dimensions.Service("Cloud", "Service" + number + "of" + account, null),
                new Dimensions.SubAccount(ACCOUNTS.get(account), "Accountname" + account),
                "r" + random.nextInt(CATEGORIES.size()),
                new Dimensions.Charge("Usage", null, "sku" + number, null, null, null, "Hrs"),
                team == TEAMS.size() ? Map.of() : Map.of("tag:team", TEAMS.get(team)));
    }

    private static List<CostLine> day(
            List<Dimensions> services, LocalDate day, SplittableRandom random) {
        return services.stream()
                .map(
                        dimensions -> {
                            var swing = day.isAfter(WEEK.previous().sunday()) ? 40_000 : 20_000;
                            var billed = BigDecimal.valueOf(random.nextInt(1, swing), 3);
                            return new CostLine(
                                    CATEGORIES.get(dimensions.region().charAt(1) - '0'),
                                    dimensions,
                                    new Amounts(
                                            billed,
                                            billed.multiply(new BigDecimal("0.75")),
                                            billed.multiply(new BigDecimal("1.5")),
                                            billed),
                                    billed,
                                    1);
                        })
                .collect(Collectors.toList());
    }

    /// April and May as known then: the days up to that of May, and April otherwise each time.
    static void record(
            Snapshots snapshots,
            Plan plan,
            NavigableMap<LocalDate, List<CostLine>> lines,
            String delivered,
            int may) {
        for (var month : List.of(2, 3, 4, 5)) {
            var period = YearMonth.of(2026, month);
            var end = month == 5 ? period.atDay(may) : period.atEndOfMonth();
            var days = new TreeMap<>(lines.subMap(period.atDay(1), true, end, true));
            if (month == 4 && may == 5) {
                days.replaceAll((_, of) -> of.subList(0, of.size() - 4));
            }
            execution(snapshots, plan, period, Instant.parse(delivered), days);
        }
    }

    private static void execution(
            Snapshots snapshots,
            Plan plan,
            YearMonth period,
            Instant at,
            NavigableMap<LocalDate, List<CostLine>> days) {
        var totals =
                days.values().stream()
                        .flatMap(List::stream)
                        .map(l -> new Totals(l.rows(), l.amounts(), Map.of()))
                        .reduce(Totals::plus)
                        .orElseThrow();
        var id = new Execution.Id("an-export-of-everything", period, "run-" + at, at);
        snapshots.record(
                new Execution(
                        id,
                        new Execution.Source("CUR 2.0", "x"),
                        List.of(new Execution.FileRead("x", "etag", 1, totals.rows())),
                        Map.of("USD", totals)),
                plan.allocation().version(),
                days,
                () -> at);
    }
}
