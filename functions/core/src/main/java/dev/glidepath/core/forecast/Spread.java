package dev.glidepath.core.forecast;

import java.math.BigDecimal;
import java.util.List;

/// How far off forecasts of this kind have been, either way. Between two misses it is a straight
/// line; beyond the largest nothing is known, and no chance is ever 0 or 1.
///
/// @param misses absolute, the smallest first
public record Spread(List<BigDecimal> misses) {

    public Spread {
        misses = Ranks.sorted(misses.stream().map(BigDecimal::abs).toList());
        if (misses.isEmpty()) {
            throw new IllegalArgumentException("a spread needs at least one miss");
        }
    }

    /// The half width of the band that holds this share; the largest miss where they are too few.
    public BigDecimal within(BigDecimal share) {
        var rank = share.multiply(BigDecimal.valueOf(misses.size() + 1L));
        int whole = Math.min(rank.intValue(), misses.size());
        var low = whole == 0 ? BigDecimal.ZERO : misses.get(whole - 1);
        if (whole == misses.size()) {
            return low;
        }
        var part = rank.subtract(BigDecimal.valueOf(whole));
        return low.add(misses.get(whole).subtract(low).multiply(part));
    }

    /// How likely it is that no more comes than the forecast and this much; negative: less than it.
    public BigDecimal chance(BigDecimal room) {
        var side = share(room.abs(), room.signum() >= 0);
        return (room.signum() < 0 ? BigDecimal.ONE.subtract(side) : BigDecimal.ONE.add(side))
                .divide(BigDecimal.TWO, Ranks.PRECISION);
    }

    /// The share of misses up to this one.
    private BigDecimal share(BigDecimal miss, boolean inclusive) {
        int below = 0;
        while (below < misses.size() && misses.get(below).compareTo(miss) < (inclusive ? 1 : 0)) {
            below++;
        }
        return BigDecimal.valueOf(below)
                .add(below == misses.size() ? BigDecimal.ZERO : part(miss, below))
                .divide(BigDecimal.valueOf(misses.size() + 1L), Ranks.PRECISION);
    }

    private BigDecimal part(BigDecimal miss, int next) {
        var low = next == 0 ? BigDecimal.ZERO : misses.get(next - 1);
        var gap = misses.get(next).subtract(low);
        return gap.signum() == 0
                ? BigDecimal.ZERO
                : miss.subtract(low).divide(gap, Ranks.PRECISION);
    }

    Spread times(BigDecimal factor) {
        return new Spread(misses.stream().map(m -> m.multiply(factor)).toList());
    }
}
