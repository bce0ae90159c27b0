package dev.glidepath.core.bridge;

import static dev.glidepath.core.bridge.Cube.AFTER;
import static dev.glidepath.core.bridge.Cube.BEFORE;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glidepath.core.bridge.Cube.Thing;
import dev.glidepath.core.bridge.Step.Kind;
import dev.glidepath.core.calendar.Week;
import dev.glidepath.core.cost.Amounts;
import dev.glidepath.core.cost.CostLine;
import dev.glidepath.core.cost.Metric;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.TreeMap;

class BridgeLawsTest {

    private static final int CUBES = 300;
    private static final List<String> CURRENCIES = List.of("USD", "EUR");
    private static final List<String> CATEGORIES = List.of("A", "B", CostLine.UNALLOCATED);

    /// Its weeks lie in months of 31 and of 30 days.
    private static final Week JUNE = Week.parse("2026-W23");

    @Test
    void closesExactlyForEachCurrencyAndMetricAndUsesEveryStep() {
        var random = new SplittableRandom(31);
        var seen = EnumSet.noneOf(Kind.class);
        for (int i = 0; i < CUBES; i++) {
            var week = i % 2 == 0 ? AFTER : JUNE;
            var cube = random(random, week);
            for (var currency : CURRENCIES) {
                for (var metric : Metric.values()) {
                    var told = bridge(cube.days, week, metric, currency, null);
                    assertThat(sum(told)).isEqualByComparingTo(told.after());
                    assertThat(told.after())
                            .isEqualByComparingTo(cost(cube.days, week, metric, currency));
                    told.steps().forEach(step -> seen.add(step.kind()));
                }
            }
        }
        assertThat(seen).containsExactlyInAnyOrder(Kind.values());
    }

    @Test
    void theWayBackIsTheNegativeOfTheWay() {
        var random = new SplittableRandom(32);
        for (int i = 0; i < CUBES; i++) {
            var cube = random(random, AFTER);
            var way = steps(bridge(cube.days, AFTER, Metric.EFFECTIVE, "USD", null));
            var back = steps(bridge(swapped(cube.days), AFTER, Metric.EFFECTIVE, "USD", null));
            var negated = new EnumMap<Kind, BigDecimal>(Kind.class);
            back.forEach((kind, amount) -> negated.put(turned(kind), amount.negate()));
            assertThat(negated).isEqualTo(way);
        }
    }

    @Test
    void theOrderOfLinesChangesNothing() {
        var random = new SplittableRandom(33);
        for (int i = 0; i < CUBES; i++) {
            var cube = random(random, JUNE);
            var told = bridge(cube.days, JUNE, Metric.BILLED, "USD", null);
            int seed = i;
            cube.days.values().forEach(lines -> Collections.shuffle(lines, new Random(seed)));
            assertThat(bridge(cube.days, JUNE, Metric.BILLED, "USD", null)).isEqualTo(told);
        }
    }

    @Test
    void equalWeeksHaveNoSteps() {
        var random = new SplittableRandom(34);
        for (int i = 0; i < CUBES; i++) {
            var days = random(random, JUNE).days;
            JUNE.days().forEach(day -> days.remove(day));
            JUNE.previous().days().forEach(day -> copy(days, day, day.plusWeeks(1)));
            assertThat(bridge(days, JUNE, Metric.EFFECTIVE, "USD", null).steps()).isEmpty();
        }
    }

    @Test
    void theBridgesOfCategoriesAddUpToTheWhole() {
        var random = new SplittableRandom(35);
        for (int i = 0; i < CUBES; i++) {
            var cube = random(random, JUNE);
            var whole = steps(bridge(cube.days, JUNE, Metric.EFFECTIVE, "USD", null));
            var parts = new EnumMap<Kind, BigDecimal>(Kind.class);
            for (var category : CATEGORIES) {
                steps(bridge(cube.days, JUNE, Metric.EFFECTIVE, "USD", category))
                        .forEach((kind, amount) -> parts.merge(kind, amount, BigDecimal::add));
            }
            whole.forEach(
                    (kind, amount) ->
                            assertThat(parts.getOrDefault(kind, BigDecimal.ZERO))
                                    .isEqualByComparingTo(amount));
            assertThat(sum(parts)).isEqualByComparingTo(sum(whole));
        }
    }

    @Test
    void anyFactorOnAllQuantitiesIsAllVolume() {
        var random = new SplittableRandom(36);
        for (int i = 0; i < CUBES; i++) {
            var cube = new Cube();
            var factor = BigDecimal.valueOf(random.nextLong(1, 5_000), 3);
            for (int k = 0; k < 12; k++) {
                var thing = Thing.usage("S" + k % 3, "i" + k % 5, "U" + k % 2);
                var quantity = BigDecimal.valueOf(random.nextLong(1, 90_000), 4);
                var cost = BigDecimal.valueOf(random.nextLong(1, 90_000), 6);
                var more = cost.multiply(factor);
                cube.line(BEFORE.monday(), "USD", "A", thing, quantity, amounts(cost), 1);
                cube.line(
                        AFTER.monday(),
                        "USD",
                        "A",
                        thing,
                        quantity.multiply(factor),
                        amounts(more),
                        1);
            }
            assertThat(steps(cube.bridge()).keySet()).isSubsetOf(Kind.VOLUME);
        }
    }

    private static Amounts amounts(BigDecimal cost) {
        return new Amounts(cost, cost, null, null);
    }

    private static Bridge.Told bridge(
            NavigableMap<LocalDate, List<CostLine>> days,
            Week week,
            Metric metric,
            String currency,
            @Nullable String category) {
        return Bridging.of(
                week,
                days,
                metric,
                line ->
                        line.dimensions().currency().equals(currency)
                                && (category == null || line.category().equals(category)));
    }

    private static Kind turned(Kind kind) {
        return switch (kind) {
            case NEW -> Kind.GONE;
            case GONE -> Kind.NEW;
            default -> kind;
        };
    }

    private static Map<Kind, BigDecimal> steps(Bridge.Told told) {
        var steps = new EnumMap<Kind, BigDecimal>(Kind.class);
        told.steps().forEach(s -> steps.put(s.kind(), s.amount().stripTrailingZeros()));
        return steps;
    }

    private static BigDecimal sum(Bridge.Told told) {
        return told.steps().stream().map(Step::amount).reduce(told.before(), BigDecimal::add);
    }

    private static BigDecimal sum(Map<Kind, BigDecimal> steps) {
        return steps.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal cost(
            NavigableMap<LocalDate, List<CostLine>> days,
            Week week,
            Metric metric,
            String currency) {
        return days.subMap(week.monday(), true, week.sunday(), true).values().stream()
                .flatMap(List::stream)
                .filter(line -> line.dimensions().currency().equals(currency))
                .map(line -> line.amounts().of(metric))
                .flatMap(java.util.stream.Stream::ofNullable)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static NavigableMap<LocalDate, List<CostLine>> swapped(
            NavigableMap<LocalDate, List<CostLine>> days) {
        var swapped = new TreeMap<LocalDate, List<CostLine>>();
        days.forEach(
                (day, lines) ->
                        swapped.put(
                                Week.of(day).equals(AFTER) ? day.minusWeeks(1) : day.plusWeeks(1),
                                lines));
        return swapped;
    }

    private static void copy(
            NavigableMap<LocalDate, List<CostLine>> days, LocalDate from, LocalDate to) {
        var lines = days.get(from);
        if (lines != null) {
            days.put(to, lines);
        }
    }

    private static Cube random(SplittableRandom random, Week week) {
        var cube = new Cube();
        var things = new ArrayList<Thing>();
        for (int i = random.nextInt(1, 9); i > 0; i--) {
            things.add(thing(random));
        }
        var days = new ArrayList<>(week.previous().days());
        days.addAll(week.days());
        if (random.nextInt(4) == 0) {
            days.remove(random.nextInt(days.size()));
        }
        for (var thing : things) {
            boolean spread = random.nextInt(3) == 0;
            var fixed = decimal(random);
            boolean once = random.nextInt(3) == 0;
            for (var day : days) {
                if (once && !day.equals(days.getFirst()) && !day.equals(days.getLast())) {
                    continue;
                }
                var cost = spread ? perDay(fixed, day) : decimal(random);
                cube.line(
                        day,
                        CURRENCIES.get(random.nextInt(8) / 7),
                        CATEGORIES.get(random.nextInt(3)),
                        thing,
                        random.nextInt(9) == 0 ? null : decimal(random).abs(),
                        new Amounts(
                                cost,
                                cost.multiply(new BigDecimal("0.7")),
                                random.nextBoolean() ? cost : null,
                                null),
                        spread && day.getDayOfMonth() != 1 ? 0 : 1);
            }
        }
        return cube;
    }

    private static Thing thing(SplittableRandom random) {
        var charges = List.of("Usage", "Usage", "Usage", "Usage", "Tax", "Credit", "Purchase");
        var service = "service " + random.nextInt(3);
        var thing =
                new Thing(
                        service,
                        random.nextInt(6) == 0 ? null : "item " + random.nextInt(4),
                        random.nextInt(6) == 0 ? null : "unit " + random.nextInt(2),
                        charges.get(random.nextInt(charges.size())),
                        random.nextInt(4) == 0 ? "Dynamic" : "Standard",
                        null,
                        null,
                        random.nextInt(9) == 0 ? "Correction" : null);
        return switch (random.nextInt(5)) {
            case 0 -> thing.covered("plan " + random.nextInt(2));
            case 1 -> thing.unused("plan " + random.nextInt(2));
            default -> thing;
        };
    }

    private static BigDecimal perDay(BigDecimal monthly, LocalDate day) {
        return monthly.divide(
                BigDecimal.valueOf(day.lengthOfMonth()), 12, java.math.RoundingMode.DOWN);
    }

    private static BigDecimal decimal(SplittableRandom random) {
        return BigDecimal.valueOf(random.nextLong(-20_000_000, 900_000_000), random.nextInt(2, 12));
    }
}
