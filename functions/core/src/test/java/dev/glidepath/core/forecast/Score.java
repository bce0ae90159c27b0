package dev.glidepath.core.forecast;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// How far off many forecasts of one kind were, and how far off plain ones would have been.
///
/// @param inBand how many of them lay in their band
record Score(
        BigDecimal ours,
        BigDecimal lastWeek,
        BigDecimal mean,
        BigDecimal recent,
        int inBand,
        int made) {

    /// Every second series is quiet.
    static Map<Window, Score> of(Family family, List<Window> windows, int weeks, int seeds) {
        int now = weeks * Window.WEEK;
        int end = windows.stream().mapToInt(Window::end).max().orElseThrow();
        var scores = new LinkedHashMap<Window, Score>();
        for (int seed = 0; seed < seeds; seed++) {
            var days = family.series(now, end, seed % 2 == 0 ? 0.01 : 0.05, seed);
            var forecaster = Forecaster.of(days.subList(0, now));
            for (var window : windows) {
                scores.merge(window, of(days, now, forecaster.ahead(window), window), Score::plus);
            }
        }
        return scores;
    }

    private static Score of(List<BigDecimal> days, int now, Forecast forecast, Window window) {
        var past = days.subList(0, now);
        var came = Ranks.mean(days.subList(now + window.from(), now + window.end()));
        var week = Season.mean(past.subList(now - Window.WEEK, now), window);
        var band = forecast.band();
        boolean in = band.low().compareTo(came) <= 0 && came.compareTo(band.high()) <= 0;
        return new Score(
                came.subtract(forecast.amount()).abs(),
                came.subtract(week).abs(),
                came.subtract(Ranks.mean(past)).abs(),
                came.subtract(Ranks.mean(past.subList(now - 28, now))).abs(),
                in ? 1 : 0,
                1);
    }

    /// Our misses as a share of those of the plain forecast that was best.
    BigDecimal againstTheBest() {
        return ours.divide(lastWeek.min(mean).min(recent), Ranks.PRECISION);
    }

    BigDecimal coverage() {
        return BigDecimal.valueOf(inBand).divide(BigDecimal.valueOf(made), Ranks.PRECISION);
    }

    private Score plus(Score other) {
        return new Score(
                ours.add(other.ours),
                lastWeek.add(other.lastWeek),
                mean.add(other.mean),
                recent.add(other.recent),
                inBand + other.inBand,
                made + other.made);
    }
}
