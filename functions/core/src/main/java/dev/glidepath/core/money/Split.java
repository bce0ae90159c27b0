package dev.glidepath.core.money;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/// Divides amounts so that the parts add up to the whole, to the last digit.
public final class Split {

    /// Parts are no coarser than this, so that a day's share of a small fee is not rounded away.
    private static final int FINEST_SCALE = 12;

    private Split() {}

    /// `parts` shares that differ by at most one unit of their last place and sum to `total`; the
    /// earlier shares are the larger ones in magnitude.
    public static List<BigDecimal> evenly(BigDecimal total, int parts) {
        var shares = Shares.of(total, parts);
        return IntStream.range(0, parts).mapToObj(shares::at).toList();
    }

    /// The one at `index` of [#evenly].
    public static BigDecimal share(BigDecimal total, int parts, int index) {
        return Shares.of(total, parts).at(Objects.checkIndex(index, parts));
    }

    /// @param larger how many of the first have one unit more than the others
    private record Shares(BigInteger units, BigInteger unit, int larger, int scale) {

        static Shares of(BigDecimal total, int parts) {
            if (parts < 1) {
                throw new IllegalArgumentException("cannot split into " + parts + " parts");
            }
            int scale = Math.max(total.scale(), FINEST_SCALE);
            var units =
                    total.setScale(scale, RoundingMode.UNNECESSARY)
                            .unscaledValue()
                            .divideAndRemainder(BigInteger.valueOf(parts));
            return new Shares(
                    units[0],
                    BigInteger.valueOf(units[1].signum()),
                    units[1].abs().intValueExact(),
                    scale);
        }

        BigDecimal at(int index) {
            return Money.normalise(new BigDecimal(index < larger ? units.add(unit) : units, scale));
        }
    }

    /// Each part rounded to `scale` such that they sum to their own total rounded half up: the
    /// units that are missing go to the parts with the largest remainders, ties to the earlier one.
    public static List<BigDecimal> rounded(List<BigDecimal> parts, int scale) {
        var total = parts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        return rounded(parts, total.setScale(scale, RoundingMode.HALF_UP));
    }

    /// The same, but such that they sum to `total`, which has the scale to round to and is less
    /// than a unit off their own.
    public static List<BigDecimal> rounded(List<BigDecimal> parts, BigDecimal total) {
        int scale = total.scale();
        var unit = BigDecimal.ONE.movePointLeft(scale);
        var floors =
                new ArrayList<>(
                        parts.stream().map(p -> p.setScale(scale, RoundingMode.FLOOR)).toList());
        var sum = floors.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        int missing = total.subtract(sum).movePointRight(scale).intValueExact();
        IntStream.range(0, parts.size())
                .boxed()
                .sorted(
                        Comparator.comparing((Integer i) -> parts.get(i).subtract(floors.get(i)))
                                .reversed())
                .limit(missing)
                .forEach(i -> floors.set(i, floors.get(i).add(unit)));
        return List.copyOf(floors);
    }

    /// The parts rounded one after the other, and what is left of `total` as one more: what
    /// rounding takes from a part is in the next, a part of zero stays zero, and negatives stay
    /// negatives. They have twelve decimals, or as many as the total.
    public static List<BigDecimal> closing(List<BigDecimal> parts, BigDecimal total) {
        int scale = Math.max(total.scale(), FINEST_SCALE);
        var closed = new ArrayList<BigDecimal>();
        var exact = BigDecimal.ZERO;
        var soFar = BigDecimal.ZERO;
        for (var part : parts) {
            exact = exact.add(part);
            var next = exact.setScale(scale, RoundingMode.HALF_EVEN);
            closed.add(Money.normalise(next.subtract(soFar)));
            soFar = next;
        }
        closed.add(Money.normalise(total.subtract(soFar)));
        return closed;
    }
}
