package dev.glidepath.core.assess;

import static dev.glidepath.core.assess.Made.WEEK;
import static dev.glidepath.core.assess.Made.category;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.glidepath.core.assess.Outlook.Ahead;
import dev.glidepath.core.assess.Outlook.Due;
import dev.glidepath.core.plan.Category;
import dev.glidepath.core.plan.GlidePath;
import dev.glidepath.core.plan.GlidePath.Milestone;

import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

class OutlookTest {

    private static final BigDecimal CENT = new BigDecimal("0.01");

    @Test
    void theMonthIsWhatIsSettledAndAForecastOfTheRest() {
        var month = seen(total(half().daily("A", "S3", "100"))).month();
        assertThat(month.month()).isEqualTo(YearMonth.of(2026, 5));
        assertThat(month.soFar()).isEqualByComparingTo("1000");
        assertThat(month.daysLeft()).isEqualTo(21);
        assertThat(month.cost().amount()).isCloseTo(new BigDecimal("3100"), within(CENT));
    }

    @Test
    void onTheLastDayOfAMonthTheNextOneIsForecast() {
        var made = half();
        made.settled = LocalDate.of(2026, 4, 30);
        var month = seen(total(made.daily("A", "S3", "100"))).month();
        assertThat(month.month()).isEqualTo(YearMonth.of(2026, 5));
        assertThat(month.soFar()).isZero();
        assertThat(month.daysLeft()).isEqualTo(31);
    }

    @Test
    void aFlatLineIsProjectedAtItsRunRateToEachMilestoneToCome() {
        var total = total(half().daily("A", "S3", "100"));
        assertThat(total.outlook().dues())
                .hasSize(2)
                .allSatisfy(
                        due ->
                                assertThat(due.projected().orElseThrow().amount())
                                        .isCloseTo(new BigDecimal("3043.75"), within(CENT)));
        assertThat(chance(total.outlook().dues().getFirst())).isGreaterThan(new BigDecimal("0.9"));
        assertThat(chance(total.outlook().dues().getLast())).isLessThan(new BigDecimal("0.1"));
    }

    @Test
    void aMilestoneThatIsPastIsNotForecast() {
        var made = half().daily("A", "S3", "100");
        var path =
                new GlidePath(
                        milestone("baseline", Made.START),
                        List.of(
                                milestone("today", WEEK.sunday()),
                                milestone("tomorrow", WEEK.sunday().plusDays(1))));
        var dues = total(made, new Category("A", "owner", path, List.of())).outlook().dues();
        assertThat(dues.getFirst().projected()).isEmpty();
        assertThat(dues.getLast().projected()).isPresent();
    }

    @Test
    void earlierForecastsAreHeldAgainstTheRunRate() {
        var made = half().daily("A", "S3", "100");
        WEEK.minus(5)
                .monday()
                .datesUntil(WEEK.sunday().plusDays(1))
                .forEach(day -> made.charge(day, "A", "EC2", "Usage", "USD", "50"));
        var earlier = seen(total(made)).earlier();
        assertThat(earlier).extracting(Outlook.Earlier::weeksAgo).containsExactly(4, 8, 12);
        assertThat(earlier).allSatisfy(e -> assertThat(e.came()).isEqualByComparingTo("4565.625"));
        assertThat(earlier.get(0).forecast().orElseThrow())
                .isCloseTo(new BigDecimal("4565.625"), within(CENT));
        assertThat(earlier.get(1).forecast().orElseThrow())
                .isCloseTo(new BigDecimal("3043.75"), within(CENT));
        assertThat(seen(total(made)).shifted()).contains(WEEK.minus(5).monday());
    }

    @Test
    void twelveWeeksInOnePieceAreNeeded() {
        var made = new Made();
        made.known = WEEK.minus(11).monday().plusDays(1);
        assertThat(total(made.daily("A", "S3", "100")).outlook().ahead())
                .isEqualTo(new Ahead.TooShort(83));

        var gap = half();
        gap.unknown.add(WEEK.minus(3).monday());
        var total = total(gap.daily("A", "S3", "100"));
        assertThat(total.outlook().ahead()).isEqualTo(new Ahead.TooShort(27));
        assertThat(total.outlook().dues()).allMatch(due -> due.projected().isEmpty());
    }

    @Test
    void noMoreIsLookedAtThanWasRead() {
        var made = half();
        made.known = WEEK.minus(60).monday();
        var history = seen(total(made.daily("A", "S3", "100"))).history();
        assertThat(history.from()).isEqualTo(WEEK.minus(26).monday());
        assertThat(history.days()).isEqualTo(27 * 7);
    }

    /// Ten days of May are there without the fee: that is no lower level.
    @Test
    void aFeeThatIsAwaitedIsForecastAsInTheMonthBefore() {
        var made = half().daily("A", "S3", "100");
        made.known
                .datesUntil(LocalDate.of(2026, 5, 1))
                .forEach(day -> made.charge(day, "A", "Support", "Purchase", "USD", "31"));
        var seen = seen(total(made));
        assertThat(seen.shifted()).isEmpty();
        // April's fee of 930 over May's days is 30 a day.
        assertThat(seen.month().soFar()).isCloseTo(new BigDecimal("1300"), within(CENT));
        assertThat(seen.month().cost().amount()).isCloseTo(new BigDecimal("4051"), within(CENT));
    }

    private static Milestone milestone(String label, LocalDate date) {
        return new Milestone(label, date, BigDecimal.TEN);
    }

    private static BigDecimal chance(Due due) {
        return due.projected().orElseThrow().chance(due.allowed());
    }

    private static Made half() {
        var made = new Made();
        made.known = WEEK.minus(26).monday();
        return made;
    }

    private static Line total(Made made) {
        return total(made, category("A", "4000", "3100", "3000"));
    }

    private static Line total(Made made, Category category) {
        return made.assess(category).assessment().targets().total();
    }

    private static Ahead.Seen seen(Line line) {
        return (Ahead.Seen) line.outlook().ahead();
    }
}
