package dev.glidepath.core.assess;

import dev.glidepath.core.forecast.Forecast;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/// Where a line is going: to the end of the month, and at each of the total's milestones.
public record Outlook(Ahead ahead, List<Due> dues) {

    public Outlook {
        dues = List.copyOf(dues);
    }

    /// @param allowed per month; a line with no milestone on that date: its path there. Zero
    ///   without a path
    /// @param projected run-rate on that date; empty when past or with too little history
    public record Due(
            String label, LocalDate date, BigDecimal allowed, Optional<Forecast> projected) {}

    public sealed interface Ahead {

        /// @param history the settled and known days that it comes from
        /// @param shifted the first day of a new level, where the history has one
        /// @param earlier what the forecasts of 4, 8 and 12 weeks ago said of today's run-rate
        record Seen(
                History history, MonthEnd month, Optional<LocalDate> shifted, List<Earlier> earlier)
                implements Ahead {
            public Seen {
                earlier = List.copyOf(earlier);
            }
        }

        /// @param days in one piece up to the last settled day; 84 are needed
        record TooShort(int days) implements Ahead {}
    }

    /// The month of the first day that is not settled.
    ///
    /// @param soFar of its settled days
    /// @param daysLeft that are forecast
    /// @param cost of the whole month
    public record MonthEnd(YearMonth month, BigDecimal soFar, int daysLeft, Forecast cost) {}

    /// The same method on the days until then, as they are known now.
    ///
    /// @param forecast empty where those days were too few
    /// @param came the run-rate that it was a forecast of
    public record Earlier(int weeksAgo, Optional<BigDecimal> forecast, BigDecimal came) {}
}
