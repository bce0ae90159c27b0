package dev.glidepath.core.assess;

import dev.glidepath.core.calendar.Week;
import dev.glidepath.core.chart.Course;
import dev.glidepath.core.plan.Plan;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// Everything that a weekly digest says, exact and unrounded. Amounts are in the plan's currency
/// and metric, and count only the charge categories that the plan counts.
///
/// @param weeks the last four, oldest first; the last is the week that is assessed
public record Assessment(
        Frame frame,
        Targets targets,
        List<WeekState> weeks,
        Movers movers,
        Changes changes,
        Hints hints,
        Programme programme,
        Bill bill,
        List<Check> checks,
        Scorecard scorecard,
        Optional<Provisional> provisional) {

    public Assessment {
        weeks = List.copyOf(weeks);
        checks = List.copyOf(checks);
    }

    /// @param scope what it is limited to, for people: categories, or which charges; empty for all
    /// @param asOf the last settled day of the run-rate's 28
    /// @param awaited what the bill does not have yet of that day's month
    public record Frame(
            Week week,
            Plan.Basis basis,
            List<String> scope,
            Settled settled,
            LocalDate asOf,
            List<Awaited> awaited) {
        public Frame {
            scope = List.copyOf(scope);
            awaited = List.copyOf(awaited);
        }
    }

    /// @param lines the categories in the plan's order, then Unallocated, which a scope leaves out
    /// @param shown what a mail shows of the lines: all, or of many the largest and the sum of the
    ///   others
    /// @param course the total's, for a picture; empty where too few weeks are known
    public record Targets(List<Line> lines, List<Line> shown, Line total, Optional<Course> course) {
        public Targets {
            lines = List.copyOf(lines);
            shown = List.copyOf(shown);
        }

        /// Of each of the shown lines, where there is one amount of each of the lines: the line
        /// that is the sum of the others has the sum of theirs.
        public List<BigDecimal> ofShown(List<BigDecimal> ofLines) {
            var all = ofLines.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
            var own = shown.stream().map(lines::indexOf).filter(i -> i >= 0).map(ofLines::get);
            var rest = all.subtract(own.reduce(BigDecimal.ZERO, BigDecimal::add));
            return shown.stream()
                    .map(lines::indexOf)
                    .map(i -> i < 0 ? rest : ofLines.get(i))
                    .toList();
        }
    }
}
