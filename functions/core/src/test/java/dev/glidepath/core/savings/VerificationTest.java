package dev.glidepath.core.savings;

import static dev.glidepath.core.savings.Bills.FIRST;
import static dev.glidepath.core.savings.Bills.START;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.glidepath.core.cost.Amounts;
import dev.glidepath.core.cost.CostLine;
import dev.glidepath.core.cost.Dimensions;
import dev.glidepath.core.savings.Bills.Thing;
import dev.glidepath.core.savings.Saving.State;

import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.Set;

class VerificationTest {

    private static final Thing SERVERS = Thing.usage("EC2", "BoxUsage:m5.large");
    private static final LocalDate END = START.plusMonths(7);
    private static final LocalDate CHANGE = LocalDate.of(2026, 3, 4);

    @Test
    void aPriceThatFallsIsARateAndIsConfirmedOnTheThirtiethDay() {
        var bills = steady("0.1").daily(SERVERS, CHANGE, END, "100", "0.08");

        var before = Bills.savings(bills.asOf(CHANGE.plusDays(28)));
        assertThat(before).extracting(Saving::state).containsExactly(State.SEEN);
        var after = Bills.savings(bills.asOf(CHANGE.plusDays(29))).getFirst();
        assertThat(after.state()).isEqualTo(State.CONFIRMED);
        assertThat(after.since()).isEqualTo(CHANGE);
        assertThat(after.amount().sinceStart()).isEqualByComparingTo("60");
        assertThat(after.parts().rate().sinceStart()).isEqualByComparingTo("60");
        assertThat(after.parts().usage()).isEqualTo(Sums.NONE);
        assertThat(after.parts().largest()).contains("BoxUsage:m5.large");
    }

    @Test
    void lessQuantityIsUsage() {
        var bills = steady("0.1").daily(SERVERS, CHANGE, END, "40", "0.1");

        var saving = Bills.savings(bills.asOf(END)).getFirst();
        assertThat(saving.parts().usage()).isEqualTo(saving.amount());
        assertThat(saving.parts().rate().sinceStart()).isZero();
        assertThat(saving.amount().thisMonth()).isEqualByComparingTo("6");
    }

    @Test
    void aPriceAndAQuantityThatFallAreToldApart() {
        var bills = steady("0.1").daily(SERVERS, CHANGE, END, "50", "0.08");

        var parts = Bills.savings(bills.asOf(CHANGE.plusDays(39))).getFirst().parts();
        assertThat(parts.usage().sinceStart()).isEqualByComparingTo("200");
        assertThat(parts.rate().sinceStart()).isEqualByComparingTo("40");
    }

    @Test
    void aLowerPriceOnMoreIsAvoidedAndSavedNothing() {
        var bills = steady("0.1").daily(SERVERS, CHANGE, END, "200", "0.05");

        var line = bills.asOf(END).lines().getFirst();
        assertThat(line.savings()).isEmpty();
        assertThat(line.avoided()).isEqualByComparingTo("5");
        assertThat(line.growth().sinceStart()).isZero();
    }

    @Test
    void whatIsAvoidedBelowTheFloorIsNothing() {
        var bills = steady("0.1").daily(SERVERS, CHANGE, END, "101", "0.09");

        assertThat(bills.asOf(END).lines().getFirst().avoided()).isZero();
    }

    @Test
    void whileThereAreFewerDaysThanInTheReferenceKindsAreNotToldApart() {
        var bills =
                new Bills()
                        .daily(SERVERS, FIRST, START.minusDays(1), "100", "0.1")
                        .daily(SERVERS, START, START.plusDays(19), "100", "0.05");

        var saving = Bills.savings(bills.asOf(START.plusDays(19))).getFirst();
        assertThat(saving.parts().untold()).isEqualTo(saving.amount());
    }

    @Test
    void twiceTheQuantityIsGrowth() {
        var bills = steady("0.1").daily(SERVERS, CHANGE, CHANGE.plusDays(9), "200", "0.1");

        var line = bills.asOf(CHANGE.plusDays(9)).lines().getFirst();
        assertThat(line.savings()).isEmpty();
        assertThat(line.growth().sinceStart()).isEqualByComparingTo("100");
        assertThat(line.avoided()).isZero();
    }

    @Test
    void aSkuInPlaceOfAnotherSavesTheDifference() {
        var arm = Thing.usage("EC2", "BoxUsage:m7g.large");
        var bills = steady("0.1").daily(arm, CHANGE, END, "100", "0.08");

        var saving = Bills.savings(bills.asOf(END)).getFirst();
        assertThat(saving.amount().thisMonth()).isEqualByComparingTo("2");
        assertThat(saving.parts().rate()).isEqualTo(saving.amount());
    }

    @Test
    void withoutAQuantityTheyAreNotToldApart() {
        var thing = Thing.uncounted("A", "Data warehouse");
        var bills =
                new Bills()
                        .daily(thing, FIRST, CHANGE.minusDays(1), _ -> BigDecimal.TEN)
                        .daily(thing, CHANGE, END, _ -> BigDecimal.TWO);

        var saving = Bills.savings(bills.asOf(END)).getFirst();
        assertThat(saving.parts().untold()).isEqualTo(saving.amount());
    }

    @Test
    void aCostThatComesBackIsReversedAndDropsOut() {
        var back = CHANGE.plusDays(50);
        var bills =
                steady("0.1")
                        .daily(SERVERS, CHANGE, back.minusDays(1), "50", "0.1")
                        .daily(SERVERS, back, END, "100", "0.1");

        assertThat(Bills.savings(bills.asOf(back.minusDays(1))))
                .extracting(Saving::state)
                .containsExactly(State.CONFIRMED);
        var line = bills.asOf(back.plusDays(13)).lines().getFirst();
        assertThat(line.savings()).extracting(Saving::state).containsExactly(State.REVERSED);
        assertThat(line.savings().getFirst().backSince()).isEqualTo(Optional.of(back));
        assertThat(line.of(State.CONFIRMED)).isEqualTo(Sums.NONE);
        assertThat(line.of(State.REVERSED).sinceStart()).isEqualByComparingTo("250");
    }

    @Test
    void aSecondStepHasToLastByItself() {
        var second = CHANGE.plusDays(40);
        var bills =
                steady("0.1")
                        .daily(SERVERS, CHANGE, second.minusDays(1), "80", "0.1")
                        .daily(SERVERS, second, END, "50", "0.1");

        var line = bills.asOf(second.plusDays(9)).lines().getFirst();
        assertThat(line.of(State.CONFIRMED).sinceStart()).isEqualByComparingTo("100");
        assertThat(line.of(State.SEEN).sinceStart()).isEqualByComparingTo("30");
        assertThat(line.savings()).extracting(Saving::since).containsExactly(CHANGE, second);
        var later = bills.asOf(second.plusDays(29)).lines().getFirst();
        assertThat(later.of(State.CONFIRMED).sinceStart()).isEqualByComparingTo("230");
    }

    @Test
    void aDayWithoutChargesOrAShortOutageIsNoSaving() {
        var bills = steady("0.1").daily(SERVERS, CHANGE, END, "100", "0.1");
        bills.days.remove(CHANGE.plusDays(40));
        bills.days.remove(CHANGE.plusDays(43));

        assertThat(Bills.savings(bills.asOf(END))).isEmpty();
        assertThat(Bills.savings(bills.asOf(END, Set.of(CHANGE.plusDays(40))))).isEmpty();
        assertThat(Bills.savings(bills.asOf(CHANGE.plusDays(43)))).isEmpty();
    }

    @Test
    void aFeeByTheMonthIsNoSavingHoweverLongTheMonthAndHoweverLateItComes() {
        var support = new Thing("A", "Support", null, null, "Purchase");
        var bills = new Bills();
        for (var month = YearMonth.of(2025, 12);
                month.isBefore(YearMonth.of(2026, 6));
                month = month.plusMonths(1)) {
            bills.fee(support, month, "310");
        }

        assertThat(Bills.savings(bills.asOf(LocalDate.of(2026, 5, 31)))).isEmpty();
        assertThat(Bills.savings(bills.asOf(LocalDate.of(2026, 6, 30)))).isEmpty();
        assertThat(bills.asOf(LocalDate.of(2026, 5, 31)).lines().getFirst().growth().sinceStart())
                .isCloseTo(BigDecimal.ZERO, within(new BigDecimal("0.000001")));
        assertThat(Bills.savings(bills.asOf(LocalDate.of(2026, 7, 15)))).isEmpty();
        var gone = Bills.savings(bills.asOf(LocalDate.of(2026, 7, 16))).getFirst();
        assertThat(gone.since()).isEqualTo(LocalDate.of(2026, 6, 1));
        assertThat(gone.state()).isEqualTo(State.CONFIRMED);
    }

    @Test
    void aFeeByTheYearIsTheSameInEveryMonth() {
        var bills = new Bills();
        var yearly = new Thing("A", "Audits", null, null, "Purchase");
        FIRST.datesUntil(END)
                .forEach(d -> bills.day(d, yearly, null, BigDecimal.TEN, d.equals(FIRST) ? 1 : 0));

        var line = bills.asOf(END.minusDays(1)).lines().getFirst();
        assertThat(line.savings()).isEmpty();
        assertThat(line.growth()).isEqualTo(Sums.NONE);
    }

    @Test
    void creditsRefundsAndTaxAreNoSavings() {
        var bills = steady("0.1").daily(SERVERS, CHANGE, END, "100", "0.1");
        for (var charge : Set.of("Credit", "Adjustment", "Tax")) {
            bills.daily(
                    new Thing("A", "EC2", null, null, charge),
                    CHANGE,
                    END,
                    _ -> new BigDecimal("-4"));
        }

        var line = bills.asOf(END).lines().getFirst();
        assertThat(line.savings()).isEmpty();
        assertThat(line.growth()).isEqualTo(Sums.NONE);
    }

    @Test
    void aCorrectionOfAnEarlierPeriodIsNoSaving() {
        var bills = steady("0.1").daily(SERVERS, CHANGE, END, "100", "0.1");
        bills.days
                .tailMap(CHANGE)
                .values()
                .forEach(lines -> lines.add(corrected(lines.getFirst(), new BigDecimal("-4"))));

        var line = bills.asOf(END).lines().getFirst();
        assertThat(line.savings()).isEmpty();
        assertThat(line.growth()).isEqualTo(Sums.NONE);
    }

    @Test
    void aMachineThatRestsAtWeekendsSavesFromTheFirstWeekendOn() {
        var bills =
                steady("0.1")
                        .daily(
                                SERVERS,
                                CHANGE,
                                END,
                                d ->
                                        d.getDayOfWeek().getValue() > 5
                                                ? BigDecimal.ZERO
                                                : BigDecimal.TEN);

        var saving = Bills.savings(bills.asOf(END)).getFirst();
        assertThat(saving.state()).isEqualTo(State.CONFIRMED);
        assertThat(saving.since()).isEqualTo(LocalDate.of(2026, 3, 7));
        assertThat(saving.amount().thisMonth()).isEqualByComparingTo("10");
    }

    private static CostLine corrected(CostLine line, BigDecimal by) {
        var of = line.dimensions();
        return new CostLine(
                line.category(),
                new Dimensions(
                        of.currency(),
                        of.service(),
                        of.subAccount(),
                        of.region(),
                        new Dimensions.Charge("Usage", "Correction", null, null, null, null),
                        of.labels()),
                new Amounts(by, by, null, null),
                null,
                1);
    }

    private static Bills steady(String price) {
        return new Bills().daily(SERVERS, FIRST, CHANGE.minusDays(1), "100", price);
    }
}
