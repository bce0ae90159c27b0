package dev.glidepath.core.forecast;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;

/// By how much each day of the week differs from its week's mean: the median over the last eight
/// weeks.
///
/// @param deviations of the seven days that come next; their sum is zero
record Season(List<BigDecimal> deviations) {

    private static final int MOST_WEEKS = 8;

    Season {
        deviations = List.copyOf(deviations);
    }

    static Season of(List<BigDecimal> days) {
        var weeks = weeks(days, MOST_WEEKS);
        var medians =
                IntStream.range(0, Window.WEEK)
                        .mapToObj(
                                day ->
                                        Ranks.median(
                                                weeks.stream()
                                                        .map(
                                                                w ->
                                                                        w.get(day)
                                                                                .subtract(
                                                                                        Ranks.mean(
                                                                                                w)))
                                                        .toList()))
                        .toList();
        var mean = Ranks.mean(medians);
        return new Season(medians.stream().map(m -> m.subtract(mean)).toList());
    }

    /// The last whole weeks of days, at most so many, oldest first.
    static List<List<BigDecimal>> weeks(List<BigDecimal> days, int most) {
        int count = Math.min(most, days.size() / Window.WEEK);
        int start = days.size() - count * Window.WEEK;
        return IntStream.range(0, count)
                .map(week -> start + week * Window.WEEK)
                .mapToObj(from -> days.subList(from, from + Window.WEEK))
                .toList();
    }

    List<BigDecimal> without(List<BigDecimal> days) {
        return IntStream.range(0, days.size())
                .mapToObj(
                        day ->
                                days.get(day)
                                        .subtract(
                                                deviations.get(
                                                        Math.floorMod(
                                                                day - days.size(), Window.WEEK))))
                .toList();
    }

    BigDecimal mean(Window window) {
        return mean(deviations, window);
    }

    /// Of a week that comes again and again.
    static BigDecimal mean(List<BigDecimal> week, Window window) {
        var weeks = Ranks.sum(week).multiply(BigDecimal.valueOf(window.count() / Window.WEEK));
        var rest =
                IntStream.range(window.end() - window.count() % Window.WEEK, window.end())
                        .mapToObj(day -> week.get(day % Window.WEEK))
                        .toList();
        return weeks.add(Ranks.sum(rest))
                .divide(BigDecimal.valueOf(window.count()), Ranks.PRECISION);
    }
}
