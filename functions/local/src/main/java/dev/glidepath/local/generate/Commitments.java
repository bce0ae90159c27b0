package dev.glidepath.local.generate;

import dev.glidepath.core.cost.Amounts;
import dev.glidepath.core.cost.ChargeDays;
import dev.glidepath.local.generate.Charge.Bought;
import dev.glidepath.local.generate.Charge.Commitment;
import dev.glidepath.local.generate.Charge.Deal;
import dev.glidepath.local.generate.Charge.Kind;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A Compute Savings Plan bought in the third month, databases reserved before the first one with a
/// monthly fee, and a cache paid upfront in the second month.
final class Commitments {

    private static final BigDecimal PLAN_PER_DAY = new BigDecimal("216");
    private static final BigDecimal PLAN_SHARE = new BigDecimal("0.72");
    private static final Set<String> PLAN_COVERS = Set.of("ec2-web", "ec2-batch");

    private static final BigDecimal DATABASE_RATE = new BigDecimal("0.585");
    private static final BigDecimal DATABASE_HOURS = new BigDecimal("168");
    private static final BigDecimal DATABASE_HOURS_USED = new BigDecimal("163");

    private static final BigDecimal CACHE_RATE = new BigDecimal("0.15625");
    private static final BigDecimal CACHE_HOURS = new BigDecimal("96");
    private static final BigDecimal CACHE_UPFRONT = new BigDecimal("5475");

    private final Catalogue catalogue;
    private final Deal plan;
    private final Deal databases;
    private final Deal cache;

    Commitments(Plot plot, Catalogue catalogue) {
        this.catalogue = catalogue;
        plan =
                new Deal(
                        "arn:aws:savingsplans::000123456789:savingsplan/6a1b7c52-0d6f-4f0e-9d42",
                        "Compute Savings Plan, 1 year",
                        true,
                        "No Upfront",
                        plot.on(2, 1));
        databases =
                new Deal(
                        "arn:aws:rds:us-east-1:111122223333:ri:databases",
                        "7 reserved db.r6g.2xlarge, 1 year",
                        false,
                        "No Upfront",
                        plot.on(-4, 1));
        cache =
                new Deal(
                        "arn:aws:elasticache:us-east-1:111122223333:reserved-instance:cache",
                        "4 reserved cache.r7g.large, 1 year",
                        false,
                        "All Upfront",
                        plot.on(1, 16));
    }

    boolean planCovers(Item item, LocalDate day) {
        return PLAN_COVERS.contains(item.key()) && !day.isBefore(plan.start());
    }

    boolean reserves(Item item, LocalDate day) {
        return item.key().equals("elasticache") && !day.isBefore(cache.start());
    }

    /// The day's usage with the plan applied to it in order, and what the plan costs.
    List<Charge> cover(List<Charge> usage, LocalDate day) {
        if (day.isBefore(plan.start())) {
            return usage;
        }
        var charges = new ArrayList<Charge>();
        var covered = new LinkedHashMap<Item, BigDecimal>();
        var left = PLAN_PER_DAY.divide(PLAN_SHARE, 4, RoundingMode.DOWN);
        for (var charge : usage) {
            var price = charge.item().price();
            var most = left.divide(price.unitPrice(), price.scale(), RoundingMode.DOWN);
            var part = charge.quantity().min(most);
            left = left.subtract(part.multiply(price.unitPrice()));
            if (part.signum() > 0) {
                charges.add(covered(charge, part));
                covered.merge(charge.item(), part, BigDecimal::add);
            }
            if (part.compareTo(charge.quantity()) < 0) {
                var rest = charge.quantity().subtract(part);
                charges.add(Story.usage(charge.item(), charge.what().resource(), rest, day));
            }
        }
        covered.forEach((item, quantity) -> charges.add(negation(item, quantity, day)));
        charges.add(planFee(covered, day));
        return charges;
    }

    private Charge covered(Charge usage, BigDecimal quantity) {
        var price = usage.item().price();
        var rate = price.unitPrice().multiply(PLAN_SHARE);
        var cost = quantity.multiply(price.unitPrice());
        var effective = quantity.multiply(rate);
        return new Charge(
                Kind.COVERED,
                new Bought(usage.item(), usage.what().resource(), quantity),
                usage.days(),
                new Amounts(BigDecimal.ZERO, effective, cost, cost),
                new Commitment(plan, rate, effective, effective));
    }

    private Charge negation(Item item, BigDecimal quantity, LocalDate day) {
        var cost = quantity.multiply(item.price().unitPrice()).negate();
        return new Charge(
                Kind.NEGATION,
                new Bought(item, -1, quantity),
                ChargeDays.of(day),
                new Amounts(BigDecimal.ZERO, BigDecimal.ZERO, cost, cost),
                new Commitment(plan, PLAN_SHARE, BigDecimal.ZERO, BigDecimal.ZERO));
    }

    private Charge planFee(Map<Item, BigDecimal> covered, LocalDate day) {
        var used = BigDecimal.ZERO;
        for (var entry : covered.entrySet()) {
            var rate = entry.getKey().price().unitPrice().multiply(PLAN_SHARE);
            used = used.add(entry.getValue().multiply(rate));
        }
        return fee(
                Kind.PLAN_FEE,
                new Bought(catalogue.item("savings-plan"), 0, BigDecimal.valueOf(24)),
                ChargeDays.of(day),
                PLAN_PER_DAY,
                new Commitment(plan, BigDecimal.valueOf(9), PLAN_PER_DAY, used));
    }

    /// What the reservations cover on a day.
    List<Charge> reserved(LocalDate day) {
        var charges = new ArrayList<Charge>();
        if (catalogue.sells("rds-reserved")) {
            charges.add(
                    reserved("rds-reserved", databases, DATABASE_RATE, DATABASE_HOURS_USED, day));
        }
        if (catalogue.sells("elasticache") && !day.isBefore(cache.start())) {
            charges.add(reserved("elasticache", cache, CACHE_RATE, CACHE_HOURS, day));
        }
        return charges;
    }

    private Charge reserved(
            String key, Deal deal, BigDecimal rate, BigDecimal hours, LocalDate day) {
        var item = catalogue.item(key);
        var cost = hours.multiply(item.price().unitPrice());
        var effective = hours.multiply(rate);
        return new Charge(
                Kind.RESERVED,
                new Bought(item, 0, hours),
                ChargeDays.of(day),
                new Amounts(BigDecimal.ZERO, effective, cost, cost),
                new Commitment(deal, rate, effective, effective));
    }

    /// The reservations' fees of a billing period.
    List<Charge> fees(YearMonth period) {
        var charges = new ArrayList<Charge>();
        var month = new ChargeDays(period.atDay(1), period.plusMonths(1).atDay(1));
        if (catalogue.sells("rds-reserved")) {
            var hours = DATABASE_HOURS.multiply(BigDecimal.valueOf(month.count()));
            var used = DATABASE_HOURS_USED.multiply(BigDecimal.valueOf(month.count()));
            var part =
                    new Commitment(
                            databases,
                            DATABASE_RATE,
                            hours.multiply(DATABASE_RATE),
                            used.multiply(DATABASE_RATE));
            var what = new Bought(catalogue.item("rds-reserved"), -1, hours);
            charges.add(fee(Kind.RESERVATION_FEE, what, month, part.total(), part));
        }
        if (catalogue.sells("elasticache") && cache.start().isBefore(month.end())) {
            charges.addAll(cacheFees(month));
        }
        return charges;
    }

    private List<Charge> cacheFees(ChargeDays month) {
        var bought = cache.start();
        boolean first = bought.isAfter(month.start());
        var days = first ? new ChargeDays(bought, month.end()) : month;
        var hours = CACHE_HOURS.multiply(BigDecimal.valueOf(days.count()));
        var worth = hours.multiply(CACHE_RATE);
        var what = new Bought(catalogue.item("elasticache"), -1, hours);
        var part = new Commitment(cache, CACHE_RATE, worth, worth);
        var recurring = fee(Kind.RESERVATION_FEE, what, days, BigDecimal.ZERO, part);
        if (!first) {
            return List.of(recurring);
        }
        var whole = new Commitment(cache, CACHE_RATE, CACHE_UPFRONT, CACHE_UPFRONT);
        return List.of(
                recurring,
                fee(
                        Kind.UPFRONT_FEE,
                        new Bought(what.item(), -1, BigDecimal.valueOf(4)),
                        ChargeDays.of(bought),
                        CACHE_UPFRONT,
                        whole));
    }

    private static Charge fee(
            Kind kind, Bought what, ChargeDays days, BigDecimal paid, Commitment commitment) {
        return new Charge(
                kind, what, days, new Amounts(paid, commitment.unused(), paid, paid), commitment);
    }

    List<Event> events() {
        var events = new ArrayList<Event>();
        var saved =
                PLAN_PER_DAY
                        .divide(PLAN_SHARE, 4, RoundingMode.HALF_UP)
                        .subtract(PLAN_PER_DAY)
                        .divide(Plot.MONTHS_PER_DAY, 2, RoundingMode.HALF_UP);
        events.add(bought("Compute Savings Plan bought", plan.start(), saved.negate(), "month"));
        if (catalogue.sells("elasticache")) {
            events.add(bought("Cache reserved, all upfront", cache.start(), CACHE_UPFRONT, "once"));
        }
        return events;
    }

    private static Event bought(String name, LocalDate from, BigDecimal amount, String per) {
        return new Event(name, from, from, "Infrastructure", amount, per);
    }
}
