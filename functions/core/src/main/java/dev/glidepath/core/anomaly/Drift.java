package dev.glidepath.core.anomaly;

import dev.glidepath.core.forecast.Ranks;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Finds growth that no single day shows: the medians of weeks that rise against all chance, and
/// fit a line that starts somewhere better than they fit one step.
final class Drift {

    private static final int FEWEST_WEEKS = 10;

    /// Of Kendall's count of rising pairs, in standard deviations: by chance once in 30,000.
    private static final BigDecimal UNLIKELY = BigDecimal.valueOf(4);

    /// Of what a step misses: a line that misses more is no better.
    private static final BigDecimal CLEARLY = new BigDecimal("0.8");

    private static final BigDecimal QUARTER = new BigDecimal("0.25");

    /// @param first day of the growth
    /// @param level from which it grows
    record Growth(int first, BigDecimal level) {}

    /// Flat up to a week, then so much more each week.
    private record Line(int corner, BigDecimal level, BigDecimal slope, BigDecimal misses) {}

    private final List<BigDecimal> weeks;

    private Drift(List<BigDecimal> weeks) {
        this.weeks = weeks;
    }

    static Optional<Growth> of(Usual usual, Floor floor) {
        int start = usual.count() % Usual.WEEK;
        var weeks = new ArrayList<BigDecimal>();
        for (int day = start; day < usual.count(); day += Usual.WEEK) {
            weeks.add(usual.around(day, day + Usual.WEEK).orElse(BigDecimal.ZERO));
        }
        return weeks.size() < FEWEST_WEEKS
                ? Optional.empty()
                : new Drift(weeks).growth(start, floor);
    }

    private Optional<Growth> growth(int start, Floor floor) {
        if (!rises()) {
            return Optional.empty();
        }
        var line = line();
        var grown = Ranks.median(last(3)).subtract(line.level());
        boolean matters =
                grown.compareTo(line.level().multiply(floor.drift())) >= 0
                        && grown.multiply(BigDecimal.valueOf(Usual.WEEK)).compareTo(floor.amount())
                                >= 0;
        boolean isLine = line.misses().compareTo(stepMisses().multiply(CLEARLY)) <= 0;
        return matters && isLine && goesOn(line)
                ? Optional.of(
                        new Growth(
                                line.corner() == 0
                                        ? 0
                                        : start + line.corner() * Usual.WEEK + Usual.WEEK / 2 + 1,
                                line.level()))
                : Optional.empty();
    }

    /// In the last ten weeks or in any more that end now.
    private boolean rises() {
        for (int count = FEWEST_WEEKS; count <= weeks.size(); count++) {
            var last = last(count);
            long n = count;
            var variance =
                    BigDecimal.valueOf(n * (n - 1) * (2 * n + 5))
                            .divide(BigDecimal.valueOf(18), Ranks.PRECISION);
            var least = variance.sqrt(Ranks.PRECISION).multiply(UNLIKELY);
            if (BigDecimal.valueOf(risingPairs(last)).compareTo(least) >= 0) {
                return true;
            }
        }
        return false;
    }

    /// Rising pairs less falling ones.
    private static long risingPairs(List<BigDecimal> weeks) {
        long pairs = 0;
        for (int i = 0; i < weeks.size(); i++) {
            for (int j = i + 1; j < weeks.size(); j++) {
                pairs += weeks.get(j).compareTo(weeks.get(i));
            }
        }
        return pairs;
    }

    private boolean goesOn(Line line) {
        var before = weeks.subList(weeks.size() - 8, weeks.size() - 4);
        var rise = Ranks.median(last(4)).subtract(Ranks.median(before));
        return line.slope().signum() > 0
                && rise.compareTo(line.slope().multiply(BigDecimal.valueOf(4)).multiply(QUARTER))
                        >= 0;
    }

    /// The line that misses the weeks least.
    private Line line() {
        return IntStream.rangeClosed(0, weeks.size() - FEWEST_WEEKS / 2)
                .mapToObj(this::line)
                .reduce((a, b) -> b.misses().compareTo(a.misses()) < 0 ? b : a)
                .orElseThrow();
    }

    private Line line(int corner) {
        var flat = Ranks.median(weeks.subList(0, corner + 1));
        var slope =
                Ranks.median(
                        IntStream.range(corner + 1, weeks.size())
                                .mapToObj(
                                        i ->
                                                weeks.get(i)
                                                        .subtract(flat)
                                                        .divide(
                                                                BigDecimal.valueOf(i - corner),
                                                                Ranks.PRECISION))
                                .toList());
        var misses = BigDecimal.ZERO;
        for (int i = 0; i < weeks.size(); i++) {
            var risen = slope.multiply(BigDecimal.valueOf(Math.max(0, i - corner)));
            misses = misses.add(weeks.get(i).subtract(flat).subtract(risen).abs());
        }
        return new Line(corner, flat, slope, misses);
    }

    /// What the best single step misses.
    private BigDecimal stepMisses() {
        return IntStream.range(1, weeks.size())
                .mapToObj(
                        at ->
                                misses(weeks.subList(0, at))
                                        .add(misses(weeks.subList(at, weeks.size()))))
                .reduce(BigDecimal::min)
                .orElseThrow();
    }

    private static BigDecimal misses(List<BigDecimal> weeks) {
        var level = Ranks.median(weeks);
        return Ranks.sum(weeks.stream().map(w -> w.subtract(level).abs()).toList());
    }

    private List<BigDecimal> last(int count) {
        return weeks.subList(weeks.size() - count, weeks.size());
    }
}
