package dev.glidepath.core.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

class SeasonTest {

    private static final List<BigDecimal> WEEK = days("1", "2", "3", "4", "5", "6", "7");

    /// The sum of the window's days times 1000 over their number.
    @ParameterizedTest
    @CsvSource({"0, 7, 28", "0, 9, 31", "5, 8, 14", "3, 20, 71", "13, 14, 7"})
    void aWeekThatComesAgainHasItsMeanOverAnyDays(int from, int end, BigDecimal sum) {
        assertThat(Season.mean(WEEK, new Window(from, end)))
                .isEqualByComparingTo(sum.divide(BigDecimal.valueOf(end - from), Ranks.PRECISION));
    }

    @Test
    void eachWeekdayIsOffByTheMedianOfTheLastEightWeeks() {
        var history = new ArrayList<BigDecimal>();
        for (int week = 0; week < 4; week++) {
            history.addAll(days("70", "0", "0", "0", "0", "0", "0"));
        }
        for (int week = 0; week < 8; week++) {
            history.addAll(days("17", "10", "10", "10", "10", "10", "3"));
        }
        assertThat(Season.of(history).deviations())
                .usingElementComparator(BigDecimal::compareTo)
                .containsExactlyElementsOf(days("7", "0", "0", "0", "0", "0", "-7"));
        assertThat(Season.of(history).without(history).subList(28, 84))
                .allMatch(day -> day.compareTo(BigDecimal.TEN) == 0);
    }

    @Test
    void daysThatAreNoWholeWeekAreTheOldest() {
        var days = new ArrayList<>(days("99"));
        days.addAll(WEEK);
        days.addAll(WEEK);
        assertThat(Season.weeks(days, 8)).containsExactly(WEEK, WEEK);
        assertThat(Season.weeks(days, 1)).containsExactly(WEEK);
        assertThat(Season.of(days).without(days).subList(1, 15))
                .allMatch(day -> day.compareTo(BigDecimal.valueOf(4)) == 0);
    }

    @Test
    void mediansAndMeans() {
        assertThat(Ranks.median(days("5", "1", "3"))).isEqualByComparingTo("3");
        assertThat(Ranks.median(days("5", "1", "2", "9"))).isEqualByComparingTo("3.5");
        assertThat(Ranks.middleMean(days("900", "4", "5", "6", "5", "6", "-900", "4")))
                .isEqualByComparingTo("5");
        assertThat(Ranks.middleMean(days("1", "2", "9"))).isEqualByComparingTo("4");
        assertThat(Ranks.sum(Collections.nCopies(3, BigDecimal.TEN))).isEqualByComparingTo("30");
    }

    @Test
    void aWindowEndsAtItsLeadAndIsNeverInTheHistory() {
        assertThat(Window.upTo(56, 28)).isEqualTo(new Window(28, 56));
        assertThat(Window.upTo(10, 28)).isEqualTo(new Window(0, 10));
        assertThat(new Window(3, 20).count()).isEqualTo(17);
        assertThat(new Window(28, 56).aWeekNearer()).isEqualTo(new Window(21, 49));
        assertThat(new Window(3, 20).aWeekNearer()).isEqualTo(new Window(0, 13));
        assertThat(new Window(0, 7).isFar()).isFalse();
        assertThat(new Window(0, 8).isFar()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"-1, 3", "3, 3", "4, 3"})
    void aWindowHasADay(int from, int end) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Window(from, end))
                .withMessage("no day ahead between %s and %s", from, end);
    }

    private static List<BigDecimal> days(String... amounts) {
        return Stream.of(amounts).map(BigDecimal::new).toList();
    }
}
