package dev.glidepath.core.bridge;

import static dev.glidepath.core.bridge.Cube.AFTER;
import static dev.glidepath.core.bridge.Cube.BEFORE;
import static dev.glidepath.core.bridge.Cube.told;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glidepath.core.bridge.Cube.Thing;
import dev.glidepath.core.cost.Amounts;

import org.junit.jupiter.api.Test;

import java.math.BigDecimal;

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
}
