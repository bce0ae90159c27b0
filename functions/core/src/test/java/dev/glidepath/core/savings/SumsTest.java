package dev.glidepath.core.savings;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

class SumsTest {

    private static final LocalDate AS_OF = LocalDate.of(2027, 5, 13);

    @Test
    void eachSpanHasItsFirstDayAndNoneBeforeIt() {
        assertThat(on(2027, 5, 13)).isEqualTo(sums(1, 1, 1, 1));
        assertThat(on(2027, 5, 1)).isEqualTo(sums(1, 1, 1, 1));
        assertThat(on(2027, 4, 30)).isEqualTo(sums(1, 1, 0, 1));
        // The last 28 days begin with 16 April.
        assertThat(on(2027, 4, 16)).isEqualTo(sums(1, 1, 0, 1));
        assertThat(on(2027, 4, 15)).isEqualTo(sums(1, 1, 0, 0));
        assertThat(on(2027, 1, 1)).isEqualTo(sums(1, 1, 0, 0));
        assertThat(on(2026, 12, 31)).isEqualTo(sums(1, 0, 0, 0));
    }

    @Test
    void theSameMonthOfAnotherYearIsNotThisMonth() {
        assertThat(on(2026, 5, 13)).isEqualTo(sums(1, 0, 0, 0));
    }

    @Test
    void sumsAddUpAndAreTakenAway() {
        assertThat(sums(4, 3, 2, 1).minus(sums(1, 2, 3, 4))).isEqualTo(sums(3, 1, -1, -3));
        assertThat(sums(4, 3, 2, 1).plus(Sums.NONE)).isEqualTo(sums(4, 3, 2, 1));
    }

    private static Sums on(int year, int month, int day) {
        return Sums.of(
                List.of(LocalDate.of(year, month, day)), List.of(new BigDecimal("1.00")), AS_OF);
    }

    private static Sums sums(int sinceStart, int yearToDate, int thisMonth, int recent) {
        return new Sums(
                BigDecimal.valueOf(sinceStart),
                BigDecimal.valueOf(yearToDate),
                BigDecimal.valueOf(thisMonth),
                BigDecimal.valueOf(recent));
    }
}
