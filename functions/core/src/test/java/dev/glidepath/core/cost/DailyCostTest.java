package dev.glidepath.core.cost;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glidepath.core.plan.Allocation;
import dev.glidepath.core.plan.Category;
import dev.glidepath.core.plan.GlidePath;
import dev.glidepath.core.plan.GlidePath.Milestone;
import dev.glidepath.core.plan.Rule;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;

/// From the charges of an execution to the cost of days nothing is lost and nothing is added.
class DailyCostTest {

    private static final int CASES = 2_000;
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 20);
    private static final Allocation ALLOCATION =
            new Allocation(
                    List.of(
                            category("A", Rule.Attribute.REGION, "r0"),
                            category("B", Rule.Attribute.REGION, "r*")));

    @Test
    void categoriesAndUnallocatedAreTheBillInEachMetricAndCurrency() {
        forRandomBills(
                (groups, days) -> {
                    var bill = new HashMap<String, BigDecimal>();
                    groups.forEach(g -> add(bill, g.dimensions().currency(), g.amounts()));
                    var lines = new HashMap<String, BigDecimal>();
                    days.values()
                            .forEach(
                                    of ->
                                            of.forEach(
                                                    l ->
                                                            add(
                                                                    lines,
                                                                    l.dimensions().currency(),
                                                                    l.amounts())));
                    assertThat(normalised(lines)).isEqualTo(normalised(bill));
                    assertThat(
                                    days.values().stream()
                                            .flatMap(List::stream)
                                            .mapToLong(CostLine::rows)
                                            .sum())
                            .isEqualTo(groups.stream().mapToLong(ChargeGroup::rows).sum());
                });
    }

    @Test
    void eachChargeIsInOneCategoryOnEachOfItsDaysAndOnNoOther() {
        forRandomBills(
                (groups, days) -> {
                    var expected = new HashMap<String, BigDecimal>();
                    for (var group : groups) {
                        var share = new HashMap<String, BigDecimal>();
                        add(share, ALLOCATION.apply(group.dimensions()), group.amounts());
                        share.forEach(
                                (key, amount) -> expected.merge(key, amount, BigDecimal::add));
                        var charged = group.days().stream().toList();
                        assertThat(days.keySet()).containsAll(charged);
                    }
                    var found = new HashMap<String, BigDecimal>();
                    days.values()
                            .forEach(of -> of.forEach(l -> add(found, l.category(), l.amounts())));
                    assertThat(normalised(found)).isEqualTo(normalised(expected));
                    assertThat(days.keySet())
                            .allMatch(
                                    day ->
                                            groups.stream()
                                                    .anyMatch(
                                                            g ->
                                                                    g.days().stream()
                                                                            .anyMatch(
                                                                                    day::equals)));
                });
    }

    @Test
    void theOrderOfChargesChangesNothing() {
        forRandomBills(
                (groups, days) -> {
                    var shuffled = new ArrayList<>(groups);
                    Collections.shuffle(shuffled, new Random(groups.size()));
                    assertThat(DailyCost.of(shuffled, ALLOCATION)).isEqualTo(days);
                });
    }

    @Test
    void coarserLinesAreTheSameMoney() {
        forRandomBills(
                (_, days) -> {
                    for (var lines : days.values()) {
                        var rolled = DailyCost.rollUp(lines, DailyCostTest::withoutRegion);
                        var fine = new HashMap<String, BigDecimal>();
                        var coarse = new HashMap<String, BigDecimal>();
                        lines.forEach(
                                l ->
                                        add(
                                                fine,
                                                l.category() + l.dimensions().currency(),
                                                l.amounts()));
                        rolled.forEach(
                                l ->
                                        add(
                                                coarse,
                                                l.category() + l.dimensions().currency(),
                                                l.amounts()));
                        assertThat(normalised(coarse)).isEqualTo(normalised(fine));
                        assertThat(rolled.stream().map(CostLine::key)).doesNotHaveDuplicates();
                    }
                });
    }

    @Test
    void whatIsUnknownOfAllStaysUnknownAndIsNeverZero() {
        var days = DailyCost.of(List.of(group(new SplittableRandom(1), null)), ALLOCATION);
        assertThat(days.values().stream().flatMap(List::stream))
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line.amounts()).isEqualTo(Amounts.NONE))
                .allSatisfy(line -> assertThat(line.quantity()).isNull());
    }

    private interface Law {
        void holds(List<ChargeGroup> groups, Map<LocalDate, List<CostLine>> days);
    }

    private static void forRandomBills(Law law) {
        var random = new SplittableRandom(17);
        for (int i = 0; i < CASES; i++) {
            var groups = new ArrayList<ChargeGroup>();
            for (int k = random.nextInt(1, 7); k > 0; k--) {
                groups.add(
                        group(
                                random,
                                BigDecimal.valueOf(
                                        random.nextLong(-1L << 40, 1L << 44), random.nextInt(16))));
            }
            law.holds(groups, DailyCost.of(groups, ALLOCATION));
        }
    }

    /// @param billed null for a charge of which nothing is known
    private static ChargeGroup group(SplittableRandom random, @Nullable BigDecimal billed) {
        var start = FIRST.plusDays(random.nextInt(20));
        return new ChargeGroup(
                new ChargeDays(start, start.plusDays(random.nextInt(1, 34))),
                new Dimensions(
                        random.nextInt(5) == 0 ? "EUR" : "USD",
                        new Dimensions.Service("AWS", "s" + random.nextInt(2), null),
                        new Dimensions.SubAccount("a" + random.nextInt(2), null),
                        new String[] {"r0", "r1", "x"}[random.nextInt(3)],
                        new Dimensions.Charge("Usage", null, null, null, null, null),
                        Map.of()),
                new Amounts(
                        billed,
                        maybe(billed, random),
                        maybe(billed, random),
                        maybe(billed, random)),
                maybe(billed, random),
                random.nextInt(1, 9));
    }

    private static @Nullable BigDecimal maybe(
            @Nullable BigDecimal amount, SplittableRandom random) {
        return amount == null || random.nextBoolean()
                ? null
                : amount.multiply(BigDecimal.valueOf(random.nextInt(1, 100), 2));
    }

    private static void add(Map<String, BigDecimal> sums, String of, Amounts amounts) {
        for (var metric : Metric.values()) {
            var amount = amounts.of(metric);
            if (amount != null) {
                sums.merge(of + metric, amount, BigDecimal::add);
            }
        }
    }

    private static Map<String, BigDecimal> normalised(Map<String, BigDecimal> sums) {
        var normalised = new HashMap<String, BigDecimal>();
        sums.forEach((key, sum) -> normalised.put(key, sum.stripTrailingZeros()));
        return normalised;
    }

    private static Dimensions withoutRegion(Dimensions d) {
        return new Dimensions(
                d.currency(), d.service(), d.subAccount(), null, d.charge(), d.labels());
    }

    private static Category category(String name, Rule.Attribute attribute, String pattern) {
        var path = new GlidePath(new Milestone("baseline", FIRST, BigDecimal.TEN), List.of());
        var rule = new Rule(List.of(new Rule.Condition(attribute, List.of(pattern))));
        return new Category(name, "owner", path, List.of(rule));
    }
}
