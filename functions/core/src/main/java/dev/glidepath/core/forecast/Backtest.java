package dev.glidepath.core.forecast;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The forecasts of a series that could have been made, one a week, and what came of them.
///
/// A forecast from before the newest level shift of what came after it says nothing of a method,
/// and is left out.
final class Backtest {

    /// Before the first forecast, and between two.
    private static final int FIRST_AFTER = 28;

    private static final int EVERY = Window.WEEK;

    private static final int FEWEST_FORECASTS = 6;

    /// A method that is less plain has to be better by a fifth: among five, chance alone finds one
    /// that is a little better.
    private static final BigDecimal CLEARLY = new BigDecimal("0.8");

    private final List<BigDecimal> days;
    private final List<Fit> fits;

    /// Of the days before each day, so that the sum of a window is one subtraction.
    private final List<BigDecimal> sums;

    Backtest(List<BigDecimal> days) {
        this.days = List.copyOf(days);
        this.sums = sums(days);
        this.fits =
                IntStream.rangeClosed(0, (days.size() - FIRST_AFTER) / EVERY)
                        .mapToObj(week -> Fit.of(this.days.subList(0, end(week))))
                        .toList();
    }

    List<BigDecimal> days() {
        return days;
    }

    /// What was fitted so many weeks ago.
    Fit fit(int weeksAgo) {
        return fits.get(weeksAgo);
    }

    /// How many weeks ago those forecasts were made whose window was over at `now`.
    List<Integer> checkable(Window window, int now) {
        int shift = fits.get(now).shift();
        return IntStream.range(now + 1, fits.size())
                .filter(week -> end(week) + window.end() <= end(now))
                .filter(week -> end(week) >= shift || end(week) + window.end() <= shift)
                .boxed()
                .toList();
    }

    /// The window itself, or the furthest before it of which enough forecasts can be checked.
    Window checked(Window window, int now) {
        var near = window;
        while (near.isFar() && checkable(near, now).size() < FEWEST_FORECASTS) {
            near = near.aWeekNearer();
        }
        return near;
    }

    /// The one that was least wrong, over this distance and every nearer one: six forecasts that
    /// overlap say little.
    Method best(Window window, int now) {
        var windows =
                Stream.iterate(checked(window, now), Window::isFar, Window::aWeekNearer).toList();
        var near = windows.isEmpty() ? List.of(checked(window, now)) : windows;
        var best = Method.LEVEL;
        var fewest = meanMiss(best, near, now);
        for (var method : Method.values()) {
            var miss = meanMiss(method, near, now);
            if (miss.compareTo(fewest.multiply(CLEARLY)) < 0) {
                best = method;
                fewest = miss;
            }
        }
        return best;
    }

    /// What came above the forecast, per day.
    BigDecimal miss(Method method, Window window, int weeksAgo) {
        int end = end(weeksAgo);
        var came =
                sums.get(end + window.end())
                        .subtract(sums.get(end + window.from()))
                        .divide(BigDecimal.valueOf(window.count()), Ranks.PRECISION);
        return came.subtract(fits.get(weeksAgo).mean(method, window));
    }

    private BigDecimal meanMiss(Method method, List<Window> windows, int now) {
        var misses = new ArrayList<BigDecimal>();
        for (var window : windows) {
            checkable(window, now).forEach(week -> misses.add(miss(method, window, week).abs()));
        }
        return Ranks.mean(misses);
    }

    private static List<BigDecimal> sums(List<BigDecimal> days) {
        var sums = new ArrayList<>(List.of(BigDecimal.ZERO));
        days.forEach(day -> sums.add(sums.getLast().add(day)));
        return sums;
    }

    private int end(int weeksAgo) {
        return days.size() - weeksAgo * EVERY;
    }
}
