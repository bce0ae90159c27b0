package dev.glidepath.core.figures;

import dev.glidepath.core.assess.Line;
import dev.glidepath.core.assess.Standing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A line of the target table, rounded so that the table's columns add up. Per month; empty is
/// unknown.
public record TargetAmounts(Optional<BigDecimal> runRate, Optional<BigDecimal> allowed) {

    /// One for each line, then the total's.
    public static List<TargetAmounts> of(List<Line> lines, Line total, Figures figures) {
        var runRates = rounded(lines.stream().map(TargetAmounts::runRate).toList(), figures);
        var allowed = rounded(lines.stream().map(TargetAmounts::allowed).toList(), figures);
        var amounts = new ArrayList<TargetAmounts>();
        for (int i = 0; i < lines.size(); i++) {
            amounts.add(new TargetAmounts(runRates.get(i), allowed.get(i)));
        }
        amounts.add(
                new TargetAmounts(
                        runRate(total).map(figures::round), allowed(total).map(figures::round)));
        return amounts;
    }

    /// Above what is allowed when positive; between the rounded amounts, so that a reader who
    /// subtracts gets it.
    public Optional<BigDecimal> gap() {
        return runRate.flatMap(r -> allowed.map(r::subtract));
    }

    private static Optional<BigDecimal> runRate(Line line) {
        return switch (line.standing()) {
            case Standing.Measured m -> Optional.of(m.runRate());
            case Standing.NoTarget(var runRate) -> Optional.of(runRate);
            case Standing.NotEnoughData _ -> Optional.empty();
        };
    }

    /// Nothing is allowed to a cost without a target: its gap is all of it, and the column adds up.
    private static Optional<BigDecimal> allowed(Line line) {
        return switch (line.standing()) {
            case Standing.Measured m -> Optional.of(m.allowed());
            case Standing.NoTarget _ -> Optional.of(BigDecimal.ZERO);
            case Standing.NotEnoughData(_, var allowed) ->
                    Optional.of(allowed.orElse(BigDecimal.ZERO));
        };
    }

    private static List<Optional<BigDecimal>> rounded(
            List<Optional<BigDecimal>> amounts, Figures figures) {
        return amounts.stream().allMatch(Optional::isPresent)
                ? figures.column(amounts.stream().map(Optional::orElseThrow).toList()).stream()
                        .map(Optional::of)
                        .toList()
                : amounts.stream().map(a -> a.map(figures::round)).toList();
    }
}
