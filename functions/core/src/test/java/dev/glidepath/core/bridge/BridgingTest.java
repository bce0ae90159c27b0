package dev.glidepath.core.bridge;

import static dev.glidepath.core.bridge.Cube.AFTER;
import static dev.glidepath.core.bridge.Cube.BEFORE;
import static dev.glidepath.core.bridge.Cube.told;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glidepath.core.bridge.Cube.Thing;
import dev.glidepath.core.calendar.Week;
import dev.glidepath.core.cost.Amounts;
import dev.glidepath.core.money.Split;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

class BridgingTest {

    private static final Thing SMALL = Thing.usage("EC2", "m5.large", "Hrs");
    private static final Thing LARGE = Thing.usage("EC2", "m5.xlarge", "Hrs");
    private static final Thing DISK = Thing.usage("EC2", "gp3", "GB-Mo");
    private static final Thing OLD = Thing.usage("S3", "storage", "GB-Mo");

    @Test
    void theDoubleQuantityIsAllVolume() {
        var cube =
                both(OLD, "3", "1.07")
                        .week(BEFORE, SMALL, "7", "1.1")
                        .week(AFTER, SMALL, "14", "2.2")
                        .week(BEFORE, LARGE, "3", "0.9")
                        .week(AFTER, LARGE, "6", "1.8");
        assertThat(told(cube.bridge())).containsExactly("VOLUME 14");
        assertThat(cube.bridge().steps().getFirst().largest().cause().place().service())
                .isEqualTo("EC2");
    }

    @Test
    void theDoubleQuantityOfOneOfManyIsAllVolumeToo() {
        var cube =
                both(LARGE, "3", "9")
                        .week(BEFORE, SMALL, "7", "1.1")
                        .week(AFTER, SMALL, "14", "2.2");
        assertThat(told(cube.bridge())).containsExactly("VOLUME 7.7");
    }

    @Test
    void whatIsMoreThanWasExchangedIsVolume() {
        var cube =
                new Cube()
                        .week(BEFORE, SMALL, "10", "3")
                        .week(BEFORE, LARGE, "1", "0.6")
                        .week(AFTER, LARGE, "15", "9");
        // 10 of the 14 that are more took the place of the small ones; 4 are volume.
        assertThat(told(cube.bridge())).containsExactly("VOLUME 16.8", "MIX 21");
    }

    @Test
    void anotherPriceIsAllRate() {
        var cube =
                both(LARGE, "3", "1")
                        .week(BEFORE, SMALL, "7", "1.1")
                        .week(AFTER, SMALL, "7", "1.2");
        assertThat(told(cube.bridge())).containsExactly("RATE 0.7");
        assertThat(cube.bridge().steps().getFirst().largest().cause().item()).isEqualTo("m5.large");
    }

    @Test
    void doubleTheQuantityAtAnotherPriceIsVolumeAndRateWithoutMix() {
        var cube =
                new Cube()
                        .week(BEFORE, SMALL, "7", "7")
                        .week(AFTER, SMALL, "14", "28")
                        .week(BEFORE, LARGE, "3", "6")
                        .week(AFTER, LARGE, "6", "24");
        assertThat(told(cube.bridge())).containsExactly("VOLUME 136.5", "RATE 136.5");
    }

    @Test
    void otherItemsOfTheSameQuantityAreAllMix() {
        var cube =
                both(DISK, "100", "8").week(BEFORE, SMALL, "10", "3").week(AFTER, LARGE, "10", "6");
        assertThat(told(cube.bridge())).containsExactly("MIX 21");

        var partly =
                new Cube()
                        .week(BEFORE, SMALL, "7", "2.1")
                        .week(BEFORE, LARGE, "3", "1.8")
                        .week(AFTER, SMALL, "4", "1.2")
                        .week(AFTER, LARGE, "6", "3.6");
        assertThat(told(partly.bridge())).containsExactly("MIX 6.3");
    }

    @Test
    void spotInsteadOfOnDemandIsMix() {
        var spot = new Thing("EC2", "m5.large", "Hrs", "Usage", "Dynamic", null, null, null);
        var cube = new Cube().week(BEFORE, SMALL, "10", "3").week(AFTER, spot, "10", "1");
        assertThat(told(cube.bridge())).containsExactly("MIX -14");
    }

    @Test
    void anExpiredCommitmentIsCommitmentAndNotRate() {
        var cube =
                both(LARGE, "3", "1")
                        .week(BEFORE, SMALL.covered("plan"), "8", "1.6")
                        .week(BEFORE, SMALL, "2", "0.6")
                        .week(BEFORE, Thing.usage("Plans", null, null).unused("plan"), null, "0.1")
                        .week(AFTER, SMALL, "10", "3");
        assertThat(told(cube.bridge())).containsExactly("COMMITMENT 4.9");
        var back = cube.bridge().steps().getFirst().largest();
        assertThat(back.cause().place().service()).isEqualTo("EC2");
        assertThat(back.amount()).isEqualByComparingTo("5.6");
    }

    @Test
    void aCommittedPriceIsCommitmentAlsoWithoutItsId() {
        var committed =
                new Thing("EC2", "m5.large", "Hrs", "Usage", "Committed", null, "Used", null);
        var cube =
                new Cube()
                        .week(BEFORE, committed, "8", "1.6")
                        .week(BEFORE, SMALL, "2", "0.6")
                        .week(AFTER, SMALL, "10", "3");
        assertThat(told(cube.bridge())).containsExactly("COMMITMENT 5.6");
    }

    @Test
    void whatWasFreeAndNoMoreIsAnotherPrice() {
        var cube = both(OLD, "3", "1").week(BEFORE, SMALL, "10", "0").week(AFTER, SMALL, "10", "3");
        assertThat(told(cube.bridge())).containsExactly("RATE 21");
    }

    @Test
    void anItemWithoutAUnitIsCountedToo() {
        var item = Thing.usage("EC2", "m5.large", null);
        var cube = new Cube().week(BEFORE, item, "5", "1").week(AFTER, item, "10", "2");
        assertThat(told(cube.bridge())).containsExactly("VOLUME 7");
    }

    @Test
    void aQuantityWithoutAnAmountCountsForNothing() {
        var cube = both(SMALL, "3", "1");
        for (var day : AFTER.days()) {
            cube.line(day, "USD", "A", SMALL, BigDecimal.TEN, Amounts.NONE, 1);
        }
        assertThat(told(cube.bridge())).isEmpty();
    }

    @Test
    void theLargestCauseOfAStepHasItsSign() {
        var cube =
                both(SMALL, "3", "1")
                        .day(AFTER.monday(), Thing.charge("A", "Tax"), null, "6", 1)
                        .day(AFTER.monday(), Thing.charge("B", "Tax"), null, "5", 1)
                        .day(BEFORE.monday(), Thing.charge("C", "Tax"), null, "8", 1);
        assertThat(told(cube.bridge())).containsExactly("TAX_AND_FEES 3");
        assertThat(cube.bridge().steps().getFirst().largest().cause().place().service())
                .isEqualTo("A");
    }

    @Test
    void oneCommitmentAfterAnotherIsCommitment() {
        var cube =
                new Cube()
                        .week(BEFORE, SMALL.covered("one year"), "8", "1.6")
                        .week(AFTER, SMALL.covered("three years"), "8", "1.2");
        assertThat(told(cube.bridge())).containsExactly("COMMITMENT -2.8");
    }

    @Test
    void purchasesOffsetsAndUnusedPartsOfCommitmentsAreCommitment() {
        var fee = Thing.charge("Plans", "Purchase");
        var cube =
                both(OLD, "3", "1")
                        .week(AFTER, fee.covered("plan"), null, "5")
                        .week(AFTER, SMALL.covered("plan").unused("plan"), "1", "0.5")
                        .week(AFTER, Thing.usage("EC2", null, null).covered("plan"), null, "-2");
        assertThat(told(cube.bridge())).containsExactly("COMMITMENT 24.5");
    }

    @Test
    void aServiceOfOneWeekIsNewOrGone() {
        var cube = both(OLD, "3", "1").week(AFTER, SMALL, "1", "2");
        assertThat(told(cube.bridge())).containsExactly("NEW 14");
        assertThat(told(both(OLD, "3", "1").week(BEFORE, SMALL, null, "2").bridge()))
                .containsExactly("GONE -14");
    }

    @Test
    void anotherUnitOfAServiceIsNew() {
        var cube = both(SMALL, "3", "1").week(AFTER, DISK, "5", "2");
        assertThat(told(cube.bridge())).containsExactly("NEW 14");
    }

    @Test
    void creditsRefundsAndCorrectionsAreTheirOwnStep() {
        var monday = AFTER.monday();
        var cube =
                both(SMALL, "3", "1")
                        .day(monday, Thing.charge("EC2", "Credit"), null, "-10", 1)
                        .day(monday, Thing.charge("EC2", "Adjustment"), null, "-1", 1)
                        .day(monday, SMALL, "-3", "-0.1", 1)
                        .day(monday, SMALL.correction(), "2", "0.01", 1);
        assertThat(told(cube.bridge())).containsExactly("CREDITS_AND_REFUNDS -11.09");
        assertThat(cube.bridge().steps().getFirst().largest().cause().chargeCategory())
                .isEqualTo("Credit");
    }

    @Test
    void taxAndFeesAreTheirOwnStep() {
        var cube =
                both(SMALL, "3", "1")
                        .week(AFTER, Thing.charge("EC2", "Tax"), null, "0.2")
                        .week(BEFORE, Thing.charge("Support", "Purchase"), null, "1")
                        .week(AFTER, Thing.charge("Support", "Purchase"), null, "1.1");
        assertThat(told(cube.bridge())).containsExactly("TAX_AND_FEES 2.1");
    }

    @Test
    void aFeeByTheMonthChangesWithTheMonthsLengthOnly() {
        // 2026-W23 is the first week of June.
        var cube = monthly("310", "310");
        assertThat(cents(cube.bridge(Week.parse("2026-W23")))).containsExactly("CALENDAR 2.33");
        // 310 / 31 to 620 / 30 a day, of which the month's length is 465 × (1/30 − 1/31).
        assertThat(cents(monthly("310", "620").bridge(Week.parse("2026-W23"))))
                .containsExactly("TAX_AND_FEES 71.17", "CALENDAR 3.50");
    }

    @Test
    void aFeeByTheYearOrTheDayHasNoCalendar() {
        var fee = Thing.charge("Support", "Purchase");
        var yearly = spread("365", "2026-01-01", "2027-01-01", fee, null);
        assertThat(cents(yearly.bridge(Week.parse("2026-W23")))).isEmpty();

        var daily =
                new Cube()
                        .week(Week.parse("2026-W22"), fee, null, "3")
                        .week(Week.parse("2026-W23"), fee, null, "4");
        assertThat(told(daily.bridge(Week.parse("2026-W23")))).containsExactly("TAX_AND_FEES 7");
    }

    /// It follows what it is levied on; and a credit is given back, however the month is long.
    @Test
    void taxAndCreditsByTheMonthHaveNoCalendar() {
        var week = Week.parse("2026-W23");
        var tax = Thing.charge("Support", "Tax");
        assertThat(cents(monthly("310", "310", tax).bridge(week)))
                .containsExactly("TAX_AND_FEES 2.33");
        var credit = Thing.charge("Support", "Credit");
        assertThat(cents(monthly("-310", "-310", credit).bridge(week)))
                .containsExactly("CREDITS_AND_REFUNDS -2.33");
    }

    @Test
    void aFeeThatBeginsWithItsMonthOrWithinItHasNoCalendar() {
        var fee = Thing.charge("Support", "Purchase");
        var begun = spread("300", "2026-06-01", "2026-07-01", fee, null);
        begun.week(Week.parse("2026-W22"), OLD, "3", "1")
                .week(Week.parse("2026-W23"), OLD, "3", "1");
        assertThat(cents(begun.bridge(Week.parse("2026-W23"))))
                .containsExactly("TAX_AND_FEES 70.00");

        var within = spread("270", "2026-05-01", "2026-05-28", fee, null);
        spread(within, "132", "2026-05-28", "2026-06-08", fee, null);
        assertThat(cents(within.bridge(Week.parse("2026-W23"))))
                .containsExactly("TAX_AND_FEES 6.00");
    }

    @Test
    void aFeeThatChangesWithinAMonthAndNotWithItHasNoCalendar() {
        var fee = Thing.charge("Support", "Purchase");
        var cube = new Cube();
        for (var day = LocalDate.of(2026, 6, 22); day.getDayOfMonth() != 6; day = day.plusDays(1)) {
            boolean end = day.getMonthValue() == 6 && day.getDayOfMonth() > 28;
            cube.day(day, fee, null, end ? "11" : "10", 0);
        }
        assertThat(told(cube.bridge(Week.parse("2026-W27")))).containsExactly("TAX_AND_FEES 2");
    }

    @Test
    void seatsByTheMonthAreCalendarVolumeAndRate() {
        var seats = Thing.usage("Desk", "agent", "Seats");
        var cube = spread("310", "2026-05-01", "2026-06-01", seats, "31");
        spread(cube, "310", "2026-06-01", "2026-07-01", seats, "31");
        assertThat(cents(cube.bridge(Week.parse("2026-W23")))).containsExactly("CALENDAR 2.33");
    }

    @Test
    void aDayThatOnlyOneWeekHasIsCalendar() {
        var cube =
                both(SMALL, "3", "1.25").week(AFTER, LARGE, "1", "2").week(BEFORE, LARGE, "1", "2");
        cube.days.remove(AFTER.sunday());
        assertThat(told(cube.bridge())).containsExactly("CALENDAR -3.25");
    }

    @Test
    void aWeekWithThreeDaysOnlyHasHoles() {
        var four = both(SMALL, "3", "1");
        four.days.keySet().removeAll(AFTER.days().subList(4, 7));
        assertThat(told(four.bridge())).containsExactly("CALENDAR -3");
        var three = both(SMALL, "3", "1");
        three.days.keySet().removeAll(AFTER.days().subList(3, 7));
        assertThat(told(three.bridge())).containsExactly("VOLUME -4");
    }

    @Test
    void aDayWithoutOneServiceIsVolume() {
        var cube = both(SMALL, "3", "1.25").week(BEFORE, OLD, "10", "2");
        AFTER.days().subList(0, 6).forEach(day -> cube.day(day, OLD, "10", "2", 1));
        assertThat(told(cube.bridge())).containsExactly("VOLUME -2");
    }

    @Test
    void withoutAQuantityNothingIsToldApart() {
        var cube = both(OLD, "3", "1").week(BEFORE, SMALL, null, "1").week(AFTER, SMALL, null, "3");
        assertThat(told(cube.bridge())).containsExactly("NOT_TOLD_APART 14");

        var lost = both(OLD, "3", "1").week(BEFORE, SMALL, "5", "1").week(AFTER, SMALL, null, "3");
        assertThat(told(lost.bridge())).containsExactly("NOT_TOLD_APART 14");
    }

    @Test
    void withoutASkuVolumeIsToldAndTheRestIsNot() {
        var any = Thing.usage("EC2", null, "Hrs");
        assertThat(told(new Cube().week(BEFORE, any, "2", "1").week(AFTER, any, "4", "2").bridge()))
                .containsExactly("VOLUME 7");
        assertThat(told(new Cube().week(BEFORE, any, "2", "1").week(AFTER, any, "2", "2").bridge()))
                .containsExactly("NOT_TOLD_APART 7");
    }

    @Test
    void aCostOfNothingHasNoPrice() {
        var cube = both(SMALL, "3", "1").week(BEFORE, LARGE, "0", "1").week(AFTER, LARGE, "2", "2");
        assertThat(told(cube.bridge())).containsExactly("NOT_TOLD_APART 7");
    }

    @Test
    void categoriesAreBridgedApart() {
        var cube = new Cube();
        for (var day : BEFORE.days()) {
            cube.line(day, "USD", "A", SMALL, BigDecimal.TEN, amounts("3"), 1);
        }
        for (var day : AFTER.days()) {
            cube.line(day, "USD", "B", SMALL, BigDecimal.TEN, amounts("3"), 1);
        }
        assertThat(told(cube.bridge())).containsExactly("NEW 21", "GONE -21");
    }

    private static Amounts amounts(String cost) {
        return new Amounts(null, new BigDecimal(cost), null, null);
    }

    private static Cube both(Thing thing, String quantity, String cost) {
        return new Cube().week(BEFORE, thing, quantity, cost).week(AFTER, thing, quantity, cost);
    }

    private static Cube monthly(String may, String june) {
        return monthly(may, june, Thing.charge("Support", "Purchase"));
    }

    private static Cube monthly(String may, String june, Thing fee) {
        var cube = spread(may, "2026-05-01", "2026-06-01", fee, null);
        return spread(cube, june, "2026-06-01", "2026-07-01", fee, null);
    }

    private static Cube spread(
            String cost, String from, String to, Thing thing, @Nullable String quantity) {
        return spread(new Cube(), cost, from, to, thing, quantity);
    }

    /// As the store has a charge over several days: its rows are on the first.
    private static Cube spread(
            Cube cube,
            String cost,
            String from,
            String to,
            Thing thing,
            @Nullable String quantity) {
        var days = LocalDate.parse(from).datesUntil(LocalDate.parse(to)).toList();
        var costs = Split.evenly(new BigDecimal(cost), days.size());
        for (int i = 0; i < days.size(); i++) {
            var share =
                    quantity == null
                            ? null
                            : Split.evenly(new BigDecimal(quantity), days.size()).get(i);
            cube.line(days.get(i), "USD", "A", thing, share, both(costs.get(i)), i == 0 ? 1 : 0);
        }
        return cube;
    }

    private static Amounts both(BigDecimal cost) {
        return new Amounts(cost, cost, null, null);
    }

    /// Steps of a cent or more, in cents.
    private static List<String> cents(Bridge.Told bridge) {
        return bridge.steps().stream()
                .filter(s -> s.amount().abs().compareTo(new BigDecimal("0.005")) >= 0)
                .map(s -> s.kind() + " " + s.amount().setScale(2, java.math.RoundingMode.HALF_UP))
                .toList();
    }
}
