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
    void roundedPartsReachATotalThatIsRoundedFromBothEnds() {
        var random = new SplittableRandom(3);
        for (int i = 0; i < 5_000; i++) {
            var from = amount(random);
            var parts =
                    IntStream.range(0, random.nextInt(1, 9)).mapToObj(_ -> amount(random)).toList();
            var total = cents(from.add(sum(parts))).subtract(cents(from));
            var rounded = Split.rounded(parts, total);

            assertThat(sum(rounded)).isEqualByComparingTo(total);
            for (int k = 0; k < parts.size(); k++) {
                assertThat(rounded.get(k).subtract(parts.get(k)).abs())
                        .isLessThanOrEqualTo(new BigDecimal("0.01"));
            }
        }
    }

    @Test
    void closingPartsSumToTheTotalAndWhatIsZeroStaysSo() {
        var third = BigDecimal.ONE.divide(new BigDecimal("3"), new java.math.MathContext(60));
        var parts = Split.closing(List.of(third, BigDecimal.ZERO, third), BigDecimal.ONE);
        assertThat(sum(parts)).isEqualByComparingTo("1");
        assertThat(parts.get(1)).isEqualByComparingTo("0");
        assertThat(parts).allMatch(p -> p.scale() <= 12);

        var whole = Split.closing(List.of(third.multiply(new BigDecimal("3"))), BigDecimal.ONE);
        assertThat(whole).containsExactly(BigDecimal.ONE, BigDecimal.ZERO);

        var negated =
                Split.closing(
                        List.of(third.negate(), BigDecimal.ZERO, third.negate()),
                        BigDecimal.ONE.negate());
        assertThat(negated.stream().map(BigDecimal::negate).toList()).isEqualTo(parts);
    }

    private static BigDecimal cents(BigDecimal amount) {
        return amount.setScale(2, java.math.RoundingMode.HALF_UP);
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
