package dev.glidepath.core.forecast;

import dev.glidepath.core.forecast.TheilSen.Point;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// A straight line through the last weeks.
///
/// @param today where it is on the last day of the history
/// @param perDay by how much it rises
record Trend(BigDecimal today, BigDecimal perDay) {

    private static final int MOST_WEEKS = 13;

    /// Of pairs of weeks: with fewer, a slope is a guess, and there is none.
    private static final int FEWEST_SLOPES = 10;

    /// What is left of a slope from day to day; of a week's nine tenths.
    private static final BigDecimal FADING = new BigDecimal("0.985");

    /// @param flat without weekly season
    /// @param shift the slope is that of the weeks before it and of those after it, never across
    static Trend of(List<BigDecimal> flat, int shift) {
        var perDay = slope(flat, shift);
        int from = Math.max(shift, flat.size() - MOST_WEEKS * Window.WEEK);
        int last = flat.size() - 1;
        var levels =
                IntStream.rangeClosed(from, last)
                        .mapToObj(
                                day ->
                                        flat.get(day)
                                                .add(
                                                        perDay.multiply(
                                                                BigDecimal.valueOf(last - day))))
                        .toList();
        return new Trend(Ranks.median(levels), perDay);
    }

    private static BigDecimal slope(List<BigDecimal> flat, int shift) {
        var weeks = Season.weeks(flat, MOST_WEEKS);
        var before = new ArrayList<Point>();
        var after = new ArrayList<Point>();
        for (int i = 0; i < weeks.size(); i++) {
            int start = flat.size() - (weeks.size() - i) * Window.WEEK;
            var point = new Point(i, Ranks.median(weeks.get(i)));
            if (start >= shift) {
                after.add(point);
            } else if (start + Window.WEEK <= shift) {
                before.add(point);
            }
        }
        var slopes = TheilSen.slopes(List.of(before, after));
        return slopes.size() < FEWEST_SLOPES
                ? BigDecimal.ZERO
                : Ranks.median(slopes).divide(BigDecimal.valueOf(Window.WEEK), Ranks.PRECISION);
    }

    BigDecimal mean(Window window) {
        var days = BigDecimal.valueOf(window.from() + window.end() + 1L);
        return today.add(perDay.multiply(days).divide(BigDecimal.TWO, Ranks.PRECISION));
    }

    /// The mean over the window of the sum of what is left of the slope on each day so far.
    BigDecimal fading(Window window) {
        var left = BigDecimal.ONE.subtract(FADING);
        var gone =
                power(window.from() + 1)
                        .subtract(power(window.end() + 1))
                        .divide(left, Ranks.PRECISION)
                        .divide(BigDecimal.valueOf(window.count()), Ranks.PRECISION);
        var slopes = BigDecimal.ONE.subtract(gone).multiply(FADING).divide(left, Ranks.PRECISION);
        return today.add(perDay.multiply(slopes));
    }

    private static BigDecimal power(int days) {
        return FADING.pow(days, Ranks.PRECISION);
    }
}
