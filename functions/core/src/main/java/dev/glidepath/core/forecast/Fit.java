package dev.glidepath.core.forecast;

import java.math.BigDecimal;
import java.util.List;

/// What each method says of the days after a history.
///
/// @param shift the first day of the newest level; 0 when there was no shift
/// @param everBelowZero whether a day was; else no forecast goes there
record Fit(
        Season season,
        int shift,
        Levels levels,
        Trend trend,
        List<BigDecimal> lastWeek,
        boolean everBelowZero) {

    private static final int RECENT_DAYS = 28;

    /// @param level the middle mean since the shift
    /// @param recent the mean of at most 28 days since the shift
    record Levels(BigDecimal level, BigDecimal recent) {}

    static Fit of(List<BigDecimal> days) {
        var season = Season.of(days);
        var flat = season.without(days);
        int shift = LevelShift.newest(flat);
        var since = flat.subList(shift, flat.size());
        var recent = since.subList(Math.max(0, since.size() - RECENT_DAYS), since.size());
        return new Fit(
                season,
                shift,
                new Levels(Ranks.middleMean(since), Ranks.mean(recent)),
                Trend.of(flat, shift),
                days.subList(days.size() - Window.WEEK, days.size()),
                days.stream().anyMatch(d -> d.signum() < 0));
    }

    /// Per day.
    BigDecimal mean(Method method, Window window) {
        return atLeastZero(
                switch (method) {
                    case LEVEL -> levels.level().add(season.mean(window));
                    case RECENT -> levels.recent().add(season.mean(window));
                    case LAST_WEEK -> Season.mean(lastWeek, window);
                    case FADING_TREND -> trend.fading(window).add(season.mean(window));
                    case TREND -> trend.mean(window).add(season.mean(window));
                });
    }

    BigDecimal atLeastZero(BigDecimal amount) {
        return everBelowZero ? amount : amount.max(BigDecimal.ZERO);
    }
}
