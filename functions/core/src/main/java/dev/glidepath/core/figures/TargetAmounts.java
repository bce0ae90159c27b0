package dev.glidepath.core.figures;

import dev.glidepath.core.assess.Assessment;
import dev.glidepath.core.assess.Line;
import dev.glidepath.core.assess.Standing;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// A line of the target table, rounded so that the table's columns add up. Per month; empty is
/// unknown.
public record TargetAmounts(Optional<BigDecimal> runRate, Optional<BigDecimal> allowed) {

    /// One for each of the plan's lines, then the total's.
    public static List<TargetAmounts> ofLines(Assessment.Targets targets, Figures figures) {
        return of(targets, figures, amounts -> amounts);
    }

    /// One for each of the shown lines, then the total's: a line has the same amounts wherever it
    /// stands.
    public static List<TargetAmounts> ofShown(Assessment.Targets targets, Figures figures) {
        return of(targets, figures, targets::ofShown);
    }

    private static List<TargetAmounts> of(
            Assessment.Targets targets, Figures figures, UnaryOperator<List<BigDecimal>> lines) {
        var runRates = rounded(targets, TargetAmounts::runRate, figures, lines);
        var allowed = rounded(targets, TargetAmounts::allowed, figures, lines);
        return IntStream.range(0, runRates.size())
                .mapToObj(i -> new TargetAmounts(runRates.get(i), allowed.get(i)))
                .toList();
    }

    /// Above what is allowed when positive; between the rounded amounts, so that a reader who
    /// subtracts gets it.
    public Optional<BigDecimal> gap() {
        return runRate.flatMap(r -> allowed.map(r::subtract));
    }

    /// As it is, empty where it is not known.
    public static Optional<BigDecimal> runRate(Line line) {
        return switch (line.standing()) {
            case Standing.Measured m -> Optional.of(m.runRate());
            case Standing.NoTarget(var runRate) -> Optional.of(runRate);
            case Standing.NotEnoughData _ -> Optional.empty();
        };
    }

    /// Nothing is allowed to a cost without a target: its gap is all of it, and the column adds up.
    public static Optional<BigDecimal> allowed(Line line) {
        return switch (line.standing()) {
            case Standing.Measured m -> Optional.of(m.allowed());
            case Standing.NoTarget _ -> Optional.of(BigDecimal.ZERO);
            case Standing.NotEnoughData(_, var allowed) ->
                    Optional.of(allowed.orElse(BigDecimal.ZERO));
        };
    }

    /// The run-rates of all lines are known, or none is.
    private static List<Optional<BigDecimal>> rounded(
            Assessment.Targets targets,
            Function<Line, Optional<BigDecimal>> amount,
            Figures figures,
            UnaryOperator<List<BigDecimal>> lines) {
        var known = targets.lines().stream().flatMap(line -> amount.apply(line).stream()).toList();
        var total = amount.apply(targets.total()).map(figures::round);
        if (known.size() < targets.lines().size()) {
            int count = lines.apply(zeros(targets)).size() + 1;
            return Collections.nCopies(count, Optional.empty());
        }
        return Stream.concat(
                        lines.apply(figures.column(known)).stream().map(Optional::of),
                        Stream.of(total))
                .toList();
    }

    private static List<BigDecimal> zeros(Assessment.Targets targets) {
        return Collections.nCopies(targets.lines().size(), BigDecimal.ZERO);
    }
}
