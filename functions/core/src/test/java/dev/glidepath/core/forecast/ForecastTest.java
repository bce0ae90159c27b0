package dev.glidepath.core.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glidepath.core.forecast.Forecast.Band;
import dev.glidepath.core.forecast.Forecast.Checked;

import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;

class ForecastTest {

    private static final Forecast HUNDRED =
            new Forecast(
                    amount("100"),
                    new Band(amount("90"), amount("110")),
                    new Spread(Stream.of("2", "4", "6", "10").map(BigDecimal::new).toList()),
                    List.of(Method.LEVEL),
                    new Checked(4, 28, BigDecimal.ONE));

    @Test
    void forMoreDaysItAndItsBandAreSoMuchMore() {
        var month = HUNDRED.times(amount("30"));
        assertThat(month.amount()).isEqualByComparingTo("3000");
        assertThat(month.band()).isEqualTo(new Band(amount("2700"), amount("3300")));
        assertThat(month.chance(amount("3120"))).isEqualTo(HUNDRED.chance(amount("104")));
        assertThat(month.methods()).isEqualTo(HUNDRED.methods());
        assertThat(month.checked()).isEqualTo(HUNDRED.checked());
    }

    @Test
    void whatIsKnownMovesItAndMakesItNoLessSure() {
        var month = HUNDRED.plus(amount("1000"));
        assertThat(month.amount()).isEqualByComparingTo("1100");
        assertThat(month.band()).isEqualTo(new Band(amount("1090"), amount("1110")));
        assertThat(month.spread()).isEqualTo(HUNDRED.spread());
        assertThat(month.chance(amount("1104"))).isEqualTo(HUNDRED.chance(amount("104")));
    }

    @Test
    void beyondTheLargestMissNothingIsKnown() {
        assertThat(HUNDRED.isBeyondAnyMiss(amount("110"))).isFalse();
        assertThat(HUNDRED.isBeyondAnyMiss(amount("110.01"))).isTrue();
        assertThat(HUNDRED.isBeyondAnyMiss(amount("90"))).isFalse();
        assertThat(HUNDRED.isBeyondAnyMiss(amount("89.99"))).isTrue();
    }

    @Test
    void isWidenedByMoreThanOne() {
        assertThat(HUNDRED.checked().isWidened()).isFalse();
        assertThat(new Checked(6, 28, amount("1.5")).isWidened()).isTrue();
    }

    private static BigDecimal amount(String text) {
        return new BigDecimal(text);
    }
}
