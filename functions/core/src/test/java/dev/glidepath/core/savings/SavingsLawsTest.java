package dev.glidepath.core.savings;

import static dev.glidepath.core.savings.Bills.FIRST;
import static dev.glidepath.core.savings.Bills.START;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.glidepath.core.cost.CostLine;
import dev.glidepath.core.savings.Bills.Thing;
import dev.glidepath.core.savings.Saving.State;

import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import java.util.stream.Stream;

class SavingsLawsTest {

    private static final int CUBES = 120;
    private static final LocalDate END = START.plusDays(200);
    private static final List<String> CATEGORIES = List.of("A", "B", "C");

    @Test
    void referenceLessActualIsSavingsLessGrowthToTheLastDigit() {
        var random = new SplittableRandom(41);
        var seen = EnumSet.noneOf(State.class);
        for (int i = 0; i < CUBES; i++) {
            var bills = eventful(random);
            var unknown = unknown(random);
            var asOf = START.plusDays(random.nextInt(1, 200));
            for (var line : bills.asOf(asOf, unknown).lines()) {
                line.savings().forEach(s -> seen.add(s.state()));
                assertThat(line.reference().minus(line.actual()))
                        .isEqualTo(
                                line.of(State.CONFIRMED)
                                        .plus(line.of(State.SEEN))
                                        .plus(line.of(State.REVERSED))
                                        .minus(line.growth()));
                assertThat(line.actual().sinceStart())
                        .isEqualByComparingTo(cost(bills, line.category(), asOf, unknown));
                line.savings()
                        .forEach(
                                s ->
                                        assertThat(
                                                        s.parts()
                                                                .rate()
                                                                .plus(s.parts().usage())
                                                                .plus(s.parts().untold()))
                                                .isEqualTo(s.amount()));
            }
        }
        assertThat(seen).containsExactlyInAnyOrder(State.values());
    }

    @Test
    void noDayOfASourceSavesMoreThanItsCostIsBelowTheReference() {
        var random = new SplittableRandom(42);
        int claims = 0;
        for (int i = 0; i < CUBES; i++) {
            var bills = eventful(random);
            for (var saving : Bills.savings(bills.asOf(END))) {
                var whole = own(bills, saving.source()).asOf(END).lines().getFirst();
                var before = own(bills, saving.source()).asOf(saving.since()).lines().getFirst();
                if (whole.savings().size() == 1 && saving.state() != State.REVERSED) {
                    claims++;
                    var since = below(whole).subtract(below(before));
                    assertThat(saving.amount().sinceStart())
                            .isCloseTo(since, within(new BigDecimal("180")));
                }
            }
        }
        assertThat(claims).isGreaterThan(10);
    }

    @Test
    void nothingPlantedIsNothingClaimed() {
        var random = new SplittableRandom(43);
        for (int i = 0; i < CUBES * 4; i++) {
            var bills = new Bills();
            var noise = random.nextInt(0, 30);
            boolean weekly = random.nextBoolean();
            var thing = Thing.uncounted("A", "placebo");
            bills.daily(thing, FIRST, END, day -> noisy(random, day, noise, weekly));
            assertThat(Bills.savings(bills.asOf(END)))
                    .as("noise of %s %% in bill %s", noise, i)
                    .isEmpty();
        }
    }

    @Test
    void aPlantedSavingIsConfirmedAfterThirtyDaysAndNotBefore() {
        var random = new SplittableRandom(44);
        for (int i = 0; i < CUBES; i++) {
            int noise = random.nextInt(0, 4);
            var onset = START.plusDays(random.nextInt(20, 100));
            var share = new BigDecimal(random.nextInt(20, 80)).movePointLeft(2);
            var thing = Thing.uncounted("A", "planted");
            var bills = new Bills();
            bills.daily(
                    thing,
                    FIRST,
                    END,
                    day -> {
                        var cost = noisy(random, day, noise, false);
                        return day.isBefore(onset)
                                ? cost
                                : cost.multiply(BigDecimal.ONE.subtract(share));
                    });
            var before = bills.asOf(onset.plusDays(28)).lines().getFirst();
            assertThat(before.of(State.CONFIRMED)).isEqualTo(Sums.NONE);
            assertThat(before.savings()).extracting(Saving::since).contains(onset);
            var after = bills.asOf(onset.plusDays(29)).lines().getFirst();
            assertThat(after.of(State.SEEN)).isEqualTo(Sums.NONE);
            assertThat(after.of(State.CONFIRMED).sinceStart())
                    .isBetween(
                            share.multiply(new BigDecimal("2700")),
                            share.multiply(new BigDecimal("3300")));
        }
    }

    @Test
    void aSavingThatIsTakenBackIsReversed() {
        var random = new SplittableRandom(45);
        for (int i = 0; i < CUBES; i++) {
            int noise = random.nextInt(0, 4);
            var onset = START.plusDays(random.nextInt(20, 60));
            var back = onset.plusDays(random.nextInt(30, 90));
            var thing = Thing.uncounted("A", "taken back");
            var bills = new Bills();
            bills.daily(
                    thing,
                    FIRST,
                    END,
                    day -> {
                        var cost = noisy(random, day, noise, false);
                        return day.isBefore(onset) || !day.isBefore(back)
                                ? cost
                                : cost.multiply(new BigDecimal("0.6"));
                    });
            var line = bills.asOf(back.plusDays(20)).lines().getFirst();
            assertThat(line.of(State.CONFIRMED).plus(line.of(State.SEEN))).isEqualTo(Sums.NONE);
            assertThat(line.savings()).anySatisfy(s -> assertThat(s.backSince()).contains(back));
        }
    }

    @Test
    void theOrderOfLinesChangesNothing() {
        var random = new SplittableRandom(46);
        for (int i = 0; i < CUBES / 2; i++) {
            var bills = eventful(random);
            var told = bills.asOf(END);
            int seed = i;
            bills.days.values().forEach(lines -> Collections.shuffle(lines, new Random(seed)));
            assertThat(bills.asOf(END)).isEqualTo(told);
        }
    }

    @Test
    void categoriesAloneSayWhatTheySayTogether() {
        var random = new SplittableRandom(47);
        for (int i = 0; i < CUBES / 2; i++) {
            var bills = eventful(random);
            var together = bills.asOf(END);
            for (var line : together.lines()) {
                var own = only(bills, l -> l.category().equals(line.category()));
                assertThat(own.asOf(END).lines()).containsExactly(line);
            }
        }
    }

    private static Bills own(Bills bills, Saving.Source source) {
        return only(bills, l -> Costs.source(l).equals(source));
    }

    private static Bills only(Bills bills, Predicate<CostLine> which) {
        var own = new Bills();
        bills.days.forEach(
                (day, lines) ->
                        own.days.put(day, new ArrayList<>(lines.stream().filter(which).toList())));
        return own;
    }

    private static BigDecimal below(Savings.Line line) {
        return line.reference().minus(line.actual()).sinceStart();
    }

    private static BigDecimal cost(
            Bills bills, String category, LocalDate asOf, Set<LocalDate> unknown) {
        return bills.days.subMap(START, true, asOf, true).entrySet().stream()
                .filter(day -> !unknown.contains(day.getKey()))
                .flatMap(day -> day.getValue().stream())
                .filter(l -> l.category().equals(category))
                .filter(Costs::isLookedAt)
                .flatMap(l -> Stream.ofNullable(l.amounts().effective()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static Set<LocalDate> unknown(SplittableRandom random) {
        var unknown = new HashSet<LocalDate>();
        for (int i = random.nextInt(3); i > 0; i--) {
            unknown.add(START.plusDays(random.nextInt(1, 200)));
        }
        return unknown;
    }

    /// Services that step up and down, fees by the month, credits, some with quantities.
    private static Bills eventful(SplittableRandom random) {
        var bills = new Bills();
        for (int i = random.nextInt(1, 6); i > 0; i--) {
            var category = CATEGORIES.get(random.nextInt(3));
            var name = "service " + i;
            switch (random.nextInt(5)) {
                case 0 -> fees(bills, new Thing(category, name, null, null, "Purchase"), random);
                case 1 ->
                        bills.daily(
                                new Thing(category, name, null, null, "Credit"),
                                FIRST,
                                END,
                                _ -> BigDecimal.valueOf(-random.nextLong(500), 2));
                case 2 -> stepped(bills, new Thing(category, name, "item", "Hrs", "Usage"), random);
                default -> stepped(bills, Thing.uncounted(category, name), random);
            }
        }
        return bills;
    }

    private static void fees(Bills bills, Thing thing, SplittableRandom random) {
        var amount = random.nextInt(50, 900);
        for (var month = YearMonth.from(FIRST);
                !month.isAfter(YearMonth.from(END));
                month = month.plusMonths(1)) {
            if (random.nextInt(5) > 0) {
                bills.fee(thing, month, "" + amount);
            }
        }
    }

    private static void stepped(Bills bills, Thing thing, SplittableRandom random) {
        var noise = random.nextInt(8);
        var steps = random.nextInt(4);
        var factor = BigDecimal.ONE;
        var from = FIRST;
        for (int i = 0; i <= steps && from.isBefore(END); i++) {
            var until = i == steps ? END : from.plusDays(random.nextInt(20, 90));
            var level = factor;
            for (var day = from; !day.isAfter(until); day = day.plusDays(1)) {
                var cost = noisy(random, day, noise, true).multiply(level);
                var quantity =
                        thing.item() == null ? null : cost.movePointLeft(random.nextInt(1, 3));
                bills.day(day, thing, quantity, cost, 1);
            }
            from = until.plusDays(1);
            factor = BigDecimal.valueOf(random.nextLong(20, 180), 2);
        }
    }

    /// About 100, off by up to so many per cent, a third less at weekends.
    private static BigDecimal noisy(
            SplittableRandom random, LocalDate day, int percent, boolean weekly) {
        var off = random.nextInt(-100 * percent, 100 * percent + 1);
        var level = weekly && day.getDayOfWeek().getValue() > 5 ? 66 : 100;
        return BigDecimal.valueOf((10_000L + off) * level, 4);
    }
}
