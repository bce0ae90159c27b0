package dev.glidepath.core.forecast;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/// Forecasts one series of daily cost, or the sum of several.
///
/// Each series is forecast by the method that was least wrong over the same distance. How sure a
/// forecast is comes from how wrong the same method was before; of a sum, from how wrong the sums
/// of its parts' forecasts were, as misses cancel out in part.
public final class Forecaster {

    /// Twelve weeks: four before the first forecast that can be checked, and six of those.
    public static final int FEWEST_DAYS = 84;

    private final Backtest own;
    private final List<Backtest> parts;

    private Forecaster(Backtest own, List<Backtest> parts) {
        this.own = own;
        this.parts = parts;
    }

    /// @param days at least 84, the newest last
    public static Forecaster of(List<BigDecimal> days) {
        if (days.size() < FEWEST_DAYS) {
            throw new IllegalArgumentException(
                    "a forecast needs %s days, there are %s".formatted(FEWEST_DAYS, days.size()));
        }
        var own = new Backtest(days);
        return new Forecaster(own, List.of(own));
    }

    /// @param forecasters at least one, each of a single series of the same days
    public static Forecaster sum(List<Forecaster> forecasters) {
        var parts = forecasters.stream().map(f -> f.own).toList();
        var sums =
                IntStream.range(0, parts.getFirst().days().size())
                        .mapToObj(
                                day ->
                                        Ranks.sum(
                                                parts.stream()
                                                        .map(p -> p.days().get(day))
                                                        .toList()))
                        .toList();
        return new Forecaster(new Backtest(sums), parts);
    }

    /// Per day of the window.
    public Forecast ahead(Window window) {
        return made(0, window);
    }

    /// What would have been forecast so many weeks ago; empty where there was too little history.
    public Optional<Forecast> ahead(int weeksAgo, Window window) {
        return own.days().size() - weeksAgo * Window.WEEK < FEWEST_DAYS
                ? Optional.empty()
                : Optional.of(made(weeksAgo, window));
    }

    /// The first day of the newest level, as days before the end of the history.
    public OptionalInt shiftedDaysAgo() {
        int shift = own.fit(0).shift();
        return shift == 0 ? OptionalInt.empty() : OptionalInt.of(own.days().size() - shift);
    }

    private Forecast made(int now, Window window) {
        var methods = parts.stream().map(part -> part.best(window, now)).toList();
        var near = own.checked(window, now);
        var widened =
                BigDecimal.valueOf(window.end())
                        .divide(BigDecimal.valueOf(near.end()), Ranks.PRECISION);
        var misses =
                own.checkable(near, now).stream()
                        .map(week -> miss(methods, near, week).multiply(widened))
                        .toList();
        var amount = sum(i -> parts.get(i).fit(now).mean(methods.get(i), window));
        var spread = new Spread(misses);
        var half = spread.within(Forecast.BAND);
        return new Forecast(
                amount,
                new Forecast.Band(
                        own.fit(now).atLeastZero(amount.subtract(half)), amount.add(half)),
                spread,
                methods,
                new Forecast.Checked(misses.size(), near.end(), widened));
    }

    private BigDecimal miss(List<Method> methods, Window window, int week) {
        return sum(i -> parts.get(i).miss(methods.get(i), window, week));
    }

    private BigDecimal sum(IntFunction<BigDecimal> ofPart) {
        return Ranks.sum(IntStream.range(0, parts.size()).mapToObj(ofPart).toList());
    }
}
