package dev.glidepath.core.assess;

import dev.glidepath.core.calendar.Week;
import dev.glidepath.core.cost.Amounts;
import dev.glidepath.core.cost.CostLine;
import dev.glidepath.core.cost.Dimensions;
import dev.glidepath.core.cost.Metric;
import dev.glidepath.core.plan.Category;
import dev.glidepath.core.plan.GlidePath;
import dev.glidepath.core.plan.GlidePath.Milestone;
import dev.glidepath.core.plan.Plan;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// Made-up plans and days.
final class Made {

    static final Week WEEK = Week.parse("2026-W19");
    static final LocalDate START = LocalDate.of(2026, 1, 1);

    final NavigableMap<LocalDate, List<CostLine>> days = new TreeMap<>();
    LocalDate known = WEEK.minus(12).monday();
    LocalDate settled = WEEK.sunday();
    final Set<LocalDate> unknown = new HashSet<>();

    static GlidePath path(String... amounts) {
        var milestones = new ArrayList<Milestone>();
        for (int i = 1; i < amounts.length; i++) {
            milestones.add(
                    new Milestone(
                            6 * i + "M", START.plusMonths(6L * i), new BigDecimal(amounts[i])));
        }
        return new GlidePath(
                new Milestone("baseline", START, new BigDecimal(amounts[0])), milestones);
    }

    static Category category(String name, String... amounts) {
        return new Category(name, "owner", path(amounts), List.of());
    }

    static Plan plan(Category... categories) {
        var basis =
                new Plan.Basis(
                        "plan",
                        "USD",
                        START,
                        Metric.EFFECTIVE,
                        new BigDecimal("0.02"),
                        Map.of("Tax", false));
        return new Plan("id", basis, List.of(categories), Plan.Scorecard.EMPTY, List.of());
    }

    Made daily(String category, String service, String amount) {
        for (var day = known; !day.isAfter(WEEK.sunday()); day = day.plusDays(1)) {
            charge(day, category, service, "Usage", "USD", amount);
        }
        return this;
    }

    Made charge(
            LocalDate day,
            String category,
            @Nullable String service,
            String charge,
            String currency,
            String amount) {
        var dimensions =
                new Dimensions(
                        currency,
                        new Dimensions.Service("AWS", service, null),
                        new Dimensions.SubAccount(null, null),
                        null,
                        new Dimensions.Charge(charge, null, null, null, null, null),
                        Map.of());
        var cost = new BigDecimal(amount);
        days.computeIfAbsent(day, _ -> new ArrayList<>())
                .add(
                        new CostLine(
                                category,
                                dimensions,
                                new Amounts(cost, cost, null, null),
                                null,
                                1));
        return this;
    }

    Ledger ledger() {
        var covered = new TreeSet<>(known.datesUntil(WEEK.sunday().plusDays(1)).toList());
        covered.removeAll(unknown);
        return new Ledger(
                days,
                new Coverage(Map.of("aws", covered), Set.of()),
                new Settled(settled, Map.of(), List.of()),
                List.of());
    }

    Finding assess(Category... categories) {
        return Assess.week(plan(categories), WEEK, List.of(), ledger());
    }
}
