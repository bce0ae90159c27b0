package dev.glidepath.core.money;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

class SplitTest {

    @Test
    void evenPartsSumToTheTotalAndDifferByOneUnitAtMost() {
        var random = new SplittableRandom(1);
        for (int i = 0; i < 5_000; i++) {
            var total = amount(random);
            int parts = random.nextInt(1, 400);
            var shares = Split.evenly(total, parts);

            assertThat(shares).hasSize(parts);
            assertThat(sum(shares)).isEqualByComparingTo(total);
            var spread = shares.getFirst().subtract(shares.getLast()).abs();
            var unit = BigDecimal.ONE.movePointLeft(Math.max(total.scale(), 12));
            assertThat(spread).isLessThanOrEqualTo(unit);
        }
    }

    @Test
    void roundedPartsSumToTheRoundedTotal() {
        var random = new SplittableRandom(2);
        for (int i = 0; i < 5_000; i++) {
            var parts =
                    IntStream.range(0, random.nextInt(1, 30))
                            .mapToObj(_ -> amount(random))
                            .toList();
            var rounded = Split.rounded(parts, 2);

            assertThat(sum(rounded))
                    .isEqualByComparingTo(sum(parts).setScale(2, java.math.RoundingMode.HALF_UP));
            for (int k = 0; k < parts.size(); k++) {
                assertThat(rounded.get(k).subtract(parts.get(k)).abs())
                        .isLessThanOrEqualTo(new BigDecimal("0.01"));
            }
        }
    }

    @Test
    void largerSharesComeFirst() {
        assertThat(Split.evenly(new BigDecimal("-0.000000000005"), 2))
                .containsExactly(
                        new BigDecimal("-0.000000000003"), new BigDecimal("-0.000000000002"));
    }

    private static BigDecimal amount(SplittableRandom random) {
        return new BigDecimal(
                new java.math.BigInteger(90, new java.util.Random(random.nextLong()))
                        .subtract(java.math.BigInteger.ONE.shiftLeft(89)),
                random.nextInt(0, 24));
    }

    private static BigDecimal sum(List<BigDecimal> parts) {
        return parts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
