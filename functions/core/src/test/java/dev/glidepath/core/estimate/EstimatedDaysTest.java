package dev.glidepath.core.estimate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.NavigableMap;
import java.util.SplittableRandom;
import java.util.TreeMap;

class EstimatedDaysTest {

    @Test
    void daysAreDifferencesAndAMonthStartsAnew() {
        assertThat(of("04-01 10", "04-02 25.5", "04-03 25.5"))
                .isEqualTo(days("04-01 10", "04-02 15.5", "04-03 0"));
        assertThat(of("04-29 290", "04-30 300", "05-01 9", "05-02 20"))
                .containsAllEntriesOf(days("04-30 10", "05-01 9", "05-02 11"));
    }

    @Test
    void aMissingDayHasAnEvenShareOfWhatCameUntilTheNext() {
        assertThat(of("05-01 10", "05-04 40"))
                .isEqualTo(days("05-01 10", "05-02 10", "05-03 10", "05-04 10"));
    }

    @Test
    void missingDaysAtTheStartOfAMonthAreInItsFirstAmount() {
        assertThat(of("05-03 30")).isEqualTo(days("05-01 10", "05-02 10", "05-03 10"));
    }

    @Test
    void aMonthsFirstAmountIsOfTheDaysSinceOthersWereTold() {
        var told = days("04-30 0", "05-01 0", "05-04 0").navigableKeySet();
        assertThat(EstimatedDays.of(days("05-04 30"), told))
                .isEqualTo(days("05-02 10", "05-03 10", "05-04 10"));
        assertThat(EstimatedDays.of(days("04-30 900", "05-01 930", "05-02 40"), told))
                .containsAllEntriesOf(days("04-30 31", "05-01 20", "05-02 20"));
    }

    @Test
    void missingDaysBeforeAMonthsEndStayUnknown() {
        assertThat(of("04-28 280", "05-01 9", "05-02 20").keySet())
                .doesNotContain(LocalDate.of(2026, 4, 29), LocalDate.of(2026, 4, 30))
                .contains(LocalDate.of(2026, 5, 1));
    }

    @Test
    void anAmountThatGoesDownWithinItsMonthIsACredit() {
        assertThat(of("05-01 10", "05-02 4", "05-03 9"))
                .isEqualTo(days("05-01 10", "05-02 -6", "05-03 5"));
    }

    @Test
    void whatIsStillToldOfTheOldMonthOnTheFirstIsTheOldMonths() {
        assertThat(of("04-29 290", "04-30 300", "05-01 302", "05-02 20"))
                .containsAllEntriesOf(days("04-30 12", "05-01 10", "05-02 10"));
        assertThat(of("04-29 290", "04-30 300", "05-01 300", "05-02 20"))
                .containsAllEntriesOf(days("04-30 10", "05-01 10", "05-02 10"));
        assertThat(of("04-29 290", "04-30 300", "05-01 310", "05-02 310"))
                .containsAllEntriesOf(days("04-30 10", "05-01 310", "05-02 0"));
    }

    @Test
    void aFirstDayThatMayBeOfEitherMonthIsNotKnown() {
        assertThat(of("04-29 290", "04-30 300", "05-01 302"))
                .doesNotContainKey(LocalDate.of(2026, 5, 1));
    }

    @Test
    void aFeeOfTheFirstDayIsEachMonthsOwn() {
        assertThat(of("04-29 300", "04-30 300", "05-01 300", "05-02 300"))
                .containsAllEntriesOf(days("04-30 0", "05-01 300", "05-02 0"));
    }

    /// Whatever is missing, corrected or negative.
    @Test
    void theDaysOfAMonthAddUpToItsLastAmount() {
        var random = new SplittableRandom(5);
        for (int i = 0; i < 2_000; i++) {
            var amounts = new TreeMap<LocalDate, BigDecimal>();
            var start = LocalDate.of(2026, 2, 1).plusMonths(random.nextInt(12));
            var soFar = BigDecimal.ZERO;
            for (var day : start.datesUntil(start.plusMonths(1)).toList()) {
                soFar = soFar.add(BigDecimal.valueOf(random.nextLong(-500, 9_000), 3));
                if (random.nextInt(4) > 0) {
                    amounts.put(day, soFar);
                }
            }
            if (!amounts.isEmpty()) {
                var days = EstimatedDays.of(amounts, amounts.navigableKeySet());
                assertThat(days.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add))
                        .isEqualByComparingTo(amounts.lastEntry().getValue());
                assertThat(days.keySet())
                        .allMatch(d -> YearMonth.from(d).equals(YearMonth.from(start)))
                        .hasSize(amounts.lastKey().getDayOfMonth());
            }
        }
    }

    private static NavigableMap<LocalDate, BigDecimal> of(String... amounts) {
        var told = days(amounts);
        return EstimatedDays.of(told, told.navigableKeySet());
    }

    private static NavigableMap<LocalDate, BigDecimal> days(String... daysAndAmounts) {
        var days = new TreeMap<LocalDate, BigDecimal>();
        for (var text : daysAndAmounts) {
            days.put(
                    LocalDate.parse("2026-" + text.substring(0, 5)),
                    new BigDecimal(text.substring(6)));
        }
        return days;
    }
}
