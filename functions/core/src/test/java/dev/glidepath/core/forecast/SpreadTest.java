package dev.glidepath.core.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;

class SpreadTest {

    private static final Spread FOUR = spread("3", "-1", "4", "-2");

    @ParameterizedTest
    @CsvSource({"0.1, 0.5", "0.2, 1", "0.5, 2.5", "0.8, 4", "0.95, 4"})
    void aBandIsAStraightLineBetweenMissesAndNoWiderThanTheLargest(
            BigDecimal share, BigDecimal half) {
        assertThat(FOUR.within(share)).isEqualByComparingTo(half);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0.5",
        "2, 0.7",
        "2.5, 0.75",
        "4, 0.9",
        "100, 0.9",
        "-0.5, 0.45",
        "-2, 0.3",
        "-100, 0.1"
    })
    void aChanceGrowsWithTheRoomAndIsNeverNoneNorAll(BigDecimal room, BigDecimal chance) {
        assertThat(FOUR.chance(room)).isEqualByComparingTo(chance);
    }

    /// Two in three were exactly right.
    @Test
    void whatWasExactlyRightCountsForTheAmountAndAgainstLess() {
        var often = spread("0", "0", "3");
        assertThat(often.chance(BigDecimal.ZERO)).isEqualByComparingTo("0.75");
        assertThat(often.chance(new BigDecimal("-0.0003"))).isEqualByComparingTo("0.2499875");
        assertThat(spread("2", "2", "2").chance(new BigDecimal("-1")))
                .isEqualByComparingTo("0.4375");
    }

    @Test
    void timesAFactorEveryMissIs() {
        assertThat(FOUR.times(new BigDecimal("10")).misses())
                .extracting(BigDecimal::intValueExact)
                .containsExactly(10, 20, 30, 40);
    }

    @Test
    void nothingIsKnownFromNoMiss() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Spread(List.of()))
                .withMessage("a spread needs at least one miss");
    }

    private static Spread spread(String... misses) {
        return new Spread(Stream.of(misses).map(BigDecimal::new).toList());
    }
}
