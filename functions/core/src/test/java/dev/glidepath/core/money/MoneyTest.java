package dev.glidepath.core.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;

class MoneyTest {

    @Test
    void twoCurrenciesAreNeverAddedNorCompared() {
        var dollars = Money.of("1", "USD");
        var euros = Money.of("1", "EUR");
        for (Runnable mixing :
                List.<Runnable>of(() -> dollars.plus(euros), () -> dollars.compareTo(euros))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(mixing::run)
                    .withMessage("cannot mix USD and EUR in one amount");
        }
        assertThat(dollars).isNotEqualTo(euros);
    }

    @Test
    void addsExactlyAndEqualAmountsAreEqualHoweverTheyAreWritten() {
        var random = new SplittableRandom(1);
        for (int i = 0; i < 2_000; i++) {
            var a = BigDecimal.valueOf(random.nextLong(), random.nextInt(-3, 20));
            var b = BigDecimal.valueOf(random.nextLong(), random.nextInt(-3, 20));
            var sum = new Money(a, "USD").plus(new Money(b, "USD"));
            assertThat(sum.amount()).isEqualByComparingTo(a.add(b));
            assertThat(sum).isEqualTo(new Money(a.add(b).setScale(40), "USD"));
            assertThat(sum.amount().scale()).isNotNegative();
            assertThat(sum.amount().toString()).doesNotContain("E+");
        }
    }

    @Test
    void sortsByAmount() {
        var sorted =
                new TreeSet<>(
                        List.of(
                                Money.of("2", "USD"),
                                Money.of("-10", "USD"),
                                Money.of("1", "USD")));
        assertThat(sorted).extracting(m -> m.amount().intValue()).containsExactly(-10, 1, 2);
        assertThat(Money.of("1.0", "USD")).isEqualByComparingTo(Money.of("1", "USD"));
    }
}
