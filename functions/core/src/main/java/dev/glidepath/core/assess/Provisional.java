package dev.glidepath.core.assess;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/// What the days after the last settled one are estimated to cost. It is in no run-rate and no
/// verdict.
///
/// @param from the first day that is not settled
/// @param through the last of which every estimate is there
/// @param lines per category of which anything is estimated, in the plan's order; Unallocated last
/// @param month what the month of `through` comes to so far
/// @param unnamed the product codes that no bill has named a service for, which stand for
///   themselves
/// @param track how wrong such estimates were; empty where none has been settled since
public record Provisional(
        LocalDate from,
        LocalDate through,
        List<Line> lines,
        Month month,
        List<String> unnamed,
        Optional<Track> track) {

    public Provisional {
        lines = List.copyOf(lines);
        unnamed = List.copyOf(unnamed);
    }

    /// @param estimated of its days, those that are not settled
    public record Month(BigDecimal settled, BigDecimal estimated) {}

    /// @param days every day of the estimate
    public record Line(String category, NavigableMap<LocalDate, BigDecimal> days) {

        public Line {
            days = Collections.unmodifiableNavigableMap(new TreeMap<>(days));
        }

        /// Of all of the days.
        public BigDecimal amount() {
            return sum(days.values());
        }

        private static BigDecimal sum(Iterable<BigDecimal> amounts) {
            var sum = BigDecimal.ZERO;
            for (var amount : amounts) {
                sum = sum.add(amount);
            }
            return sum;
        }
    }

    /// Per day, how far the estimate was from what the bill said, as a share of it.
    ///
    /// @param worst on `worstDay`
    public record Track(int days, BigDecimal median, BigDecimal worst, LocalDate worstDay) {}

    public BigDecimal total() {
        return lines.stream().map(Line::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
