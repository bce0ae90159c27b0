package dev.glidepath.core.assess;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// What the days after the last settled one are estimated to cost. It is in no run-rate and no
/// verdict.
///
/// @param from the first day that is not settled
/// @param through the last that is estimated
/// @param lines per category, in the plan's order; Unallocated last
/// @param month what the month of `through` comes to so far
/// @param track how wrong such estimates were; empty where none has been settled since
public record Provisional(
        LocalDate from, LocalDate through, List<Line> lines, Month month, Optional<Track> track) {

    public Provisional {
        lines = List.copyOf(lines);
    }

    /// @param estimated of its days, those that are not settled
    public record Month(BigDecimal settled, BigDecimal estimated) {}

    /// @param amount of all of the days
    public record Line(String category, BigDecimal amount) {}

    /// Per day, how far the estimate was from what the bill said, as a share of it.
    ///
    /// @param worst on `worstDay`
    public record Track(int days, BigDecimal median, BigDecimal worst, LocalDate worstDay) {}

    public BigDecimal total() {
        return lines.stream().map(Line::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
