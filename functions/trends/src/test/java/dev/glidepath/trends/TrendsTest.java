package dev.glidepath.trends;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glidepath.core.assess.Allowance;
import dev.glidepath.core.cost.ChargeDays;
import dev.glidepath.core.cost.CostLine;
import dev.glidepath.core.money.Money;
import dev.glidepath.core.plan.Plan;
import dev.glidepath.trends.series.Grain;
import dev.glidepath.trends.series.Period;
import dev.glidepath.trends.series.Question;
import dev.glidepath.trends.series.Scope;
import dev.glidepath.trends.series.Series;
import dev.glidepath.trends.series.Trend;

import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

class TrendsTest {

    private static final Plan PLAN = Bills.plan("Infrastructure", "Support");
    private static final LocalDate MAY = LocalDate.of(2026, 5, 1);

    @Test
    void aDayWithoutDeliveryIsUnknownAndNotZero() {
        var bills =
                new Bills()
                        .daily(MAY, MAY.plusDays(9), "Infrastructure", "10")
                        .daily(MAY.plusDays(11), MAY.plusDays(30), "Infrastructure", "10");
        var trend = trend(bills, Grain.DAY, MAY.plusDays(9), MAY.plusDays(11));
        assertThat(costs(trend, "Infrastructure")).containsExactly("10", "null", "10");
        assertThat(costs(trend, "Support")).containsExactly("0", "null", "0");
        assertThat(costs(trend, "Total")).containsExactly("10", "null", "10");
        assertThat(trend.periods())
                .extracting(p -> p.state().complete())
                .containsExactly(true, false, true);
        assertThat(series(trend, "Infrastructure").points().get(1).gap()).isNull();
        assertThat(series(trend, "Infrastructure").points().get(1).allowed()).isNotNull();
    }

    @Test
    void aChargeWithoutAnAmountIsUnknownAndNotZero() {
        var bills =
                new Bills()
                        .daily(MAY, MAY.plusDays(1), "Infrastructure", "10")
                        .charge(MAY, "Support", "Usage", "USD", null);
        var trend = trend(bills, Grain.DAY, MAY, MAY.plusDays(1));
        assertThat(costs(trend, "Support")).containsExactly("null", "0");
        assertThat(trend.periods()).extracting(p -> p.bill().unpriced()).containsExactly(1L, 0L);
    }

    @Test
    void aPeriodThatTheRangeCutsOffIsNotComplete() {
        var bills = new Bills().daily(MAY, MAY.plusDays(30), "Infrastructure", "10");
        var trend = trend(bills, Grain.WEEK, LocalDate.of(2026, 5, 6), LocalDate.of(2026, 5, 18));
        assertThat(trend.periods())
                .extracting(Period::name)
                .containsExactly("2026-W19", "2026-W20", "2026-W21");
        assertThat(trend.periods())
                .extracting(p -> p.state().complete())
                .containsExactly(false, true, false);
        assertThat(costs(trend, "Infrastructure")).containsExactly("50", "70", "10");
        assertThat(series(trend, "Infrastructure").points())
                .extracting(p -> p.gap() == null)
                .containsExactly(true, false, true);
    }

    @Test
    void daysThatMayStillMoveAreNotSettled() {
        var june = LocalDate.of(2026, 6, 1);
        var bills = new Bills().daily(june, june.plusDays(28), "Infrastructure", "10");
        var trend = trend(bills, Grain.DAY, june.plusDays(24), june.plusDays(28));
        assertThat(trend.frame().settledThrough()).isEqualTo(LocalDate.of(2026, 6, 27));
        assertThat(trend.periods())
                .extracting(p -> p.state().complete())
                .containsExactly(true, true, true, false, false);
    }

    @Test
    void whatThePlanDoesNotCountAndOtherCurrenciesAreListedApart() {
        var bills =
                new Bills()
                        .charge(MAY, "Infrastructure", "Usage", "USD", "10")
                        .charge(MAY, "Infrastructure", "Tax", "USD", "1.9")
                        .charge(MAY, "Support", "Usage", "EUR", "7.5");
        var trend = trend(bills, Grain.DAY, MAY, MAY);
        assertThat(costs(trend, "Total")).containsExactly("10");
        var bill = trend.periods().getFirst().bill();
        assertThat(bill.otherCurrencies()).containsExactly(Money.of("7.5", "EUR"));
        assertThat(bill.notCounted()).hasSize(1);
        assertThat(bill.total()).isEqualByComparingTo("11.9");
    }

    @Test
    void unallocatedIsShownAndHasNoTarget() {
        var bills = new Bills().daily(MAY, MAY, CostLine.UNALLOCATED, "3");
        var trend = trend(bills, Grain.DAY, MAY, MAY);
        var unallocated = series(trend, CostLine.UNALLOCATED);
        assertThat(unallocated.kind()).isEqualTo(Series.Kind.UNALLOCATED);
        assertThat(unallocated.points().getFirst().allowed()).isNull();
    }

    @Test
    void costInACategoryThatThePlanNoLongerHasIsInTheTotal() {
        var bills = new Bills().daily(MAY, MAY, "Former", "3").daily(MAY, MAY, "Support", "4");
        var trend = trend(bills, Grain.DAY, MAY, MAY);
        assertThat(series(trend, "Former").kind()).isEqualTo(Series.Kind.UNKNOWN_CATEGORY);
        assertThat(costs(trend, "Total")).containsExactly("7");
    }

    @Test
    void oneCategoryIsThatOneWithoutATotal() {
        var bills =
                new Bills()
                        .daily(MAY, MAY, "Infrastructure", "3")
                        .daily(MAY, MAY, "Support", "4")
                        .charge(MAY, "Infrastructure", "Tax", "USD", "1");
        var question = new Question(Optional.of(MAY), Optional.of(MAY), Grain.DAY, of("Support"));
        var trend = new Trends(bills.recorded()).trend(PLAN, question, Bills.AS_OF);
        assertThat(trend.series()).extracting(Series::name).containsExactly("Support");
        assertThat(trend.total()).isEmpty();
        assertThat(trend.periods().getFirst().bill().notCounted()).isEmpty();
    }

    @Test
    void aCategoryThatNobodyKnowsIsRefusedWithTheNamesThereAre() {
        var trends = new Trends(new Bills().daily(MAY, MAY, "Support", "4").recorded());
        var question = new Question(Optional.empty(), Optional.empty(), Grain.DAY, of("Suport"));
        assertThatThrownBy(() -> trends.trend(PLAN, question, Bills.AS_OF))
                .hasMessage(
                        "\"Suport\" is no category of the plan: use one of Infrastructure, Support,"
                                + " Unallocated");
    }

    @Test
    void sixteenWeeksUpToTheNewestSettledDayUnlessARangeIsNamed() {
        var bills = new Bills().daily(Bills.START, MAY.plusDays(40), "Support", "4");
        var question =
                new Question(Optional.empty(), Optional.empty(), Grain.WEEK, new Scope.All());
        var trend = new Trends(bills.recorded()).trend(PLAN, question, Bills.AS_OF);
        assertThat(trend.periods()).hasSize(16);
        assertThat(trend.frame().range().through()).isEqualTo(trend.frame().settledThrough());
    }

    @Test
    void aRangeThatEndsBeforeItBeginsIsRefused() {
        var bills = new Bills().daily(MAY, MAY, "Support", "4");
        assertThatThrownBy(() -> trend(bills, Grain.DAY, MAY, MAY.minusDays(1)))
                .hasMessage("2026-05-01 is after 2026-04-30: a trend begins before it ends");
        assertThatThrownBy(() -> trend(bills, Grain.DAY, LocalDate.MIN, MAY))
                .hasMessageContaining("more than ten years");
    }

    @Test
    void asOfATimeBeforeTheBillNothingIsKnown() {
        var trends = new Trends(new Bills().daily(MAY, MAY, "Support", "4").recorded());
        var question = new Question(Optional.empty(), Optional.empty(), Grain.DAY, new Scope.All());
        assertThatThrownBy(() -> trends.trend(PLAN, question, Bills.AS_OF.minusSeconds(7200)))
                .hasMessageContaining("collect first");
    }

    @Test
    void fourYearsOnAFlatPathAreAllowedFortyEightMonthsOfIt() {
        var start = LocalDate.of(2028, 1, 1);
        var fourYears = new ChargeDays(start, start.plusYears(4));
        assertThat(Allowance.of(Bills.path(), fourYears).setScale(6, RoundingMode.HALF_UP))
                .isEqualByComparingTo(new BigDecimal("2000.01").multiply(BigDecimal.valueOf(48)));
    }

    private static Trend trend(Bills bills, Grain grain, LocalDate from, LocalDate through) {
        var question =
                new Question(Optional.of(from), Optional.of(through), grain, new Scope.All());
        return new Trends(bills.recorded()).trend(PLAN, question, Bills.AS_OF);
    }

    private static Scope of(String category) {
        return new Scope.OneCategory(category);
    }

    private static Series series(Trend trend, String name) {
        return Stream.concat(trend.series().stream(), trend.total().stream())
                .filter(s -> s.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> costs(Trend trend, String name) {
        return series(trend, name).points().stream()
                .map(p -> p.cost() == null ? "null" : p.cost().toPlainString())
                .toList();
    }
}
