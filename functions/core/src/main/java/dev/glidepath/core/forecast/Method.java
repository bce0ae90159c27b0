package dev.glidepath.core.forecast;

/// A way to forecast, the plainest first. All but the last week's know the weekdays, and none looks
/// behind the newest level shift for the level.
public enum Method {
    /// The middle half's mean since the newest level shift: spikes do not lift it.
    LEVEL,
    /// The mean of the last 28 days, or of those since the newest level shift: spikes are in it.
    RECENT,
    /// The last seven days over again.
    LAST_WEEK,
    /// The median slope of the last 13 weeks, a tenth less of it each week.
    FADING_TREND,
    /// The median slope of the last 13 weeks.
    TREND
}
