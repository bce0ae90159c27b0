package dev.glidepath.core.assess;

import static dev.glidepath.core.assess.Made.WEEK;
import static dev.glidepath.core.assess.Made.category;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.glidepath.core.cost.CostLine;
import dev.glidepath.core.forecast.Forecast;
import dev.glidepath.core.money.Money;

import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.SplittableRandom;

class AssessTest {

    @Test
    void runRateIsTwentyEightDaysPerAverageMonth() {
        var finding = new Made().daily("A", "S3", "100").assess(category("A", "4000", "3000"));
        var standing = (Standing.Measured) line(finding, 0).standing();
        // 2800 × 365.25 / 12 / 28
        assertThat(standing.runRate()).isEqualByComparingTo("3043.75");
        // 10 May is day 129 of 181 on the way from 4000 to 3000.
        assertThat(standing.allowed())
                .isCloseTo(
                        new BigDecimal("4000").subtract(ratio(129_000, 181)),
                        within(new BigDecimal("1e-9")));
        assertThat(standing.status()).isEqualTo(Standing.Status.AHEAD);
    }

    @Test
    void aMonthlyFeeThatHasNotComeYetIsNamed() {
        var made = new Made().daily("A", "S3", "100");
        Made.START
                .plusMonths(3)
                .datesUntil(Made.START.plusMonths(4))
                .forEach(day -> made.charge(day, "A", "Support", "Purchase", "USD", "10"));
        var awaited = made.assess(category("A", "4000", "3000")).assessment().frame().awaited();
        assertThat(awaited)
                .singleElement()
                .satisfies(
                        fee -> {
                            assertThat(fee.service()).isEqualTo("Support");
                            assertThat(fee.month()).isEqualTo(java.time.YearMonth.of(2026, 5));
                            assertThat(fee.amount()).isEqualByComparingTo("300");
                        });

        made.charge(Made.START.plusMonths(4), "A", "Support", "Purchase", "USD", "10");
        assertThat(made.assess(category("A", "4000", "3000")).assessment().frame().awaited())
                .isEmpty();
    }

    @Test
    void unallocatedCountsInTheTotalAndIsThereWhenNothingIs() {
        var none = new Made().daily("A", "S3", "100").assess(category("A", "4000", "3000"));
        assertThat(line(none, 1).name()).isEqualTo(CostLine.UNALLOCATED);
        assertThat(line(none, 1).weeks()).allMatch(w -> w.signum() == 0);

        var some =
                new Made()
                        .daily("A", "S3", "100")
                        .daily(CostLine.UNALLOCATED, "Glue", "20")
                        .assess(category("A", "4000", "3000"));
        var total = (Standing.Measured) some.assessment().targets().total().standing();
        assertThat(total.runRate()).isEqualByComparingTo("3652.5");
        assertThat(total.status()).isEqualTo(Standing.Status.BEHIND);
    }

    @Test
    void aMissingDayIsUnknownAndNotFree() {
        var made = new Made();
        made.known = WEEK.monday().minusDays(12);
        var finding = made.daily("A", "S3", "100").assess(category("A", "4000", "3000"));
        assertThat(line(finding, 0).standing())
                .isInstanceOfSatisfying(
                        Standing.NotEnoughData.class, s -> assertThat(s.knownDays()).isEqualTo(19));
        assertThat(finding).isInstanceOf(Finding.Sound.class);
    }

    @Test
    void unsettledWeekIsHeldWithItsReason() {
        var made = new Made().daily("A", "S3", "100");
        made.settled = WEEK.sunday().minusDays(2);
        assertThat(made.assess(category("A", "4000", "3000")))
                .isInstanceOfSatisfying(
                        Finding.Held.class,
                        held ->
                                assertThat(held.reasons())
                                        .containsExactly(
                                                "the week ends on 2026-05-10 and cost is settled"
                                                        + " through 2026-05-08 only: the"
                                                        + " deliveries to come settle it"));
    }

    @Test
    void costInACategoryThatThePlanHasNotHoldsTheDigest() {
        var finding =
                new Made()
                        .daily("A", "S3", "100")
                        .daily("gone from the plan", "EC2", "1")
                        .assess(category("A", "4000", "3000"));
        assertThat(finding)
                .isInstanceOfSatisfying(
                        Finding.Held.class,
                        held ->
                                assertThat(held.reasons())
                                        .startsWith(
                                                "cost lies in categories that the plan does not"
                                                        + " have (gone from the plan): collect again with"
                                                        + " this plan")
                                        .anyMatch(r -> r.contains("does not close")));
    }

    @Test
    void costInOtherCurrenciesOnlyHoldsTheDigest() {
        var made = new Made();
        for (var day : WEEK.days()) {
            made.charge(day, "A", "S3", "Usage", "EUR", "12.34");
        }
        assertThat(made.assess(category("A", "4000", "3000")))
                .isInstanceOfSatisfying(
                        Finding.Held.class,
                        held ->
                                assertThat(held.reasons())
                                        .containsExactly(
                                                "the week has no cost in the plan's USD, only in"
                                                        + " EUR: use a plan in that currency"));
    }

    @Test
    void daysThatAreMissingForOneCauseAreOneReason() {
        var made = new Made();
        made.known = WEEK.monday().plusDays(3);
        var finding = made.daily("A", "S3", "100").assess(category("A", "4000", "3000"));
        assertThat(finding)
                .isInstanceOfSatisfying(
                        Finding.Held.class,
                        held ->
                                assertThat(held.reasons())
                                        .containsExactly(
                                                "no export reports 2026-05-04 to 2026-05-06: a delivery that"
                                                        + " has it is to be collected"));
    }

    @Test
    void taxStandsBesideTheTargetsAndTheBillCloses() {
        var finding =
                new Made()
                        .daily("A", "S3", "100")
                        .charge(WEEK.monday(), "A", "tax", "Tax", "USD", "70.01")
                        .charge(WEEK.monday(), "A", "S3", "Usage", "EUR", "12.34")
                        .assess(category("A", "4000", "3000"));
        var bill = finding.assessment().bill();
        assertThat(bill.counted()).isEqualByComparingTo("700");
        assertThat(bill.notCounted())
                .containsExactly(new Bill.NotCounted("Tax", new BigDecimal("70.01")));
        assertThat(bill.total()).isEqualByComparingTo("770.01");
        assertThat(bill.otherCurrencies()).containsExactly(Money.of("12.34", "EUR"));
        assertThat(finding).isInstanceOf(Finding.Sound.class);
    }

    @Test
    void projectionsOfTheTotalAreTheSumsOfItsLines() {
        var random = new SplittableRandom(7);
        for (int i = 0; i < 40; i++) {
            var assessment = random(random).assessment();
            var lines = assessment.targets().lines();
            var total = assessment.targets().total();
            for (int due = 0; due < total.outlook().dues().size(); due++) {
                int at = due;
                var sum =
                        lines.stream()
                                .map(l -> l.outlook().dues().get(at).projected().orElseThrow())
                                .map(Forecast::amount)
                                .reduce(BigDecimal.ZERO, BigDecimal::add);
                assertThat(total.outlook().dues().get(at).projected().orElseThrow().amount())
                        .isEqualByComparingTo(sum)
                        .isNotNegative();
            }
        }
    }

    @Test
    void everySumClosesForAnyCosts() {
        var random = new SplittableRandom(8);
        for (int i = 0; i < 40; i++) {
            var finding = random(random);
            assertThat(finding).isInstanceOf(Finding.Sound.class);
            assertThat(finding.assessment().checks()).hasSize(6).allMatch(Check::closes);
        }
    }

    @Test
    void moversAddUpToTheChangeOfTheWeek() {
        var random = new SplittableRandom(9);
        for (int i = 0; i < 40; i++) {
            var compared = (Movers.Compared) random(random).assessment().movers();
            var sum =
                    compared.top().stream()
                            .map(m -> m.change().difference())
                            .reduce(compared.others().change().difference(), BigDecimal::add);
            assertThat(sum).isEqualByComparingTo(compared.total().difference());
            assertThat(compared.top()).hasSizeLessThanOrEqualTo(5);
        }
    }

    @Test
    void aScopeHasItsCategoriesOnly() {
        var plan = Made.plan(category("A", "4000", "3000"), category("B", "9000", "8000"));
        var ledger = new Made().daily("A", "S3", "100").daily("B", "EC2", "300").ledger();
        var assessment = Assess.week(plan, WEEK, List.of("A"), ledger).assessment();
        assertThat(assessment.targets().lines()).extracting(Line::name).containsExactly("A");
        assertThat(assessment.bill().total()).isEqualByComparingTo("700");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Assess.week(plan, WEEK, List.of("C"), ledger))
                .withMessageContaining("\"C\"")
                .withMessageContaining("A, B");
    }

    private static Finding random(SplittableRandom random) {
        var made = new Made();
        for (int i = 0; i < 12; i++) {
            var category = List.of("A", "B", CostLine.UNALLOCATED).get(i % 3);
            for (var day = made.known; !day.isAfter(WEEK.sunday()); day = day.plusDays(1)) {
                var amount = BigDecimal.valueOf(random.nextLong(-20_000_000, 900_000_000), 7);
                made.charge(day, category, "S" + i, "Usage", "USD", amount.toPlainString());
            }
        }
        return made.assess(category("A", "4000", "3000", "2000"), category("B", "900", "800"));
    }

    private static BigDecimal ratio(long a, long b) {
        return BigDecimal.valueOf(a).divide(BigDecimal.valueOf(b), MathContext.DECIMAL64);
    }

    private static Line line(Finding finding, int index) {
        return finding.assessment().targets().lines().get(index);
    }
}
