package dev.glidepath.trends.page;

import dev.glidepath.core.assess.Movers;
import dev.glidepath.core.figures.Days;
import dev.glidepath.core.figures.Figures;
import dev.glidepath.core.figures.MoverLine;
import dev.glidepath.core.figures.Tone;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/// Which services changed most against the week before, as the mail has it.
///
/// @param note under the table, or instead of one
public record MoverTable(List<String> columns, List<Row> rows, String note) {

    private static final int HALF = 50;

    /// @param bar of what is asked of it; on a scale of a hundred with zero in the middle
    public record Row(
            String name,
            String under,
            String before,
            String after,
            String change,
            Tone tone,
            Bar bar,
            boolean isTotal) {}

    public record Bar(int from, int length) {}

    /// Empty for a scope that the mail has no week of.
    static Optional<MoverTable> of(Shown shown) {
        return shown.week()
                .map(
                        assessment -> {
                            var week = assessment.frame().week();
                            var columns =
                                    List.of(
                                            "Service",
                                            week.previous().toString(),
                                            week.toString(),
                                            "Change");
                            return switch (assessment.movers()) {
                                case Movers.Compared compared ->
                                        of(compared, columns, shown.figures());
                                case Movers.NotComparable(var incomplete) ->
                                        new MoverTable(
                                                columns,
                                                List.of(),
                                                "Not compared: %s is not complete."
                                                        .formatted(Days.number(incomplete)));
                            };
                        });
    }

    private static MoverTable of(Movers.Compared compared, List<String> columns, Figures figures) {
        var lines = MoverLine.of(compared, figures);
        var largest =
                lines.stream()
                        .map(line -> line.change().abs())
                        .reduce(BigDecimal.ONE, BigDecimal::max);
        return new MoverTable(
                columns,
                lines.stream().map(line -> row(line, largest, figures)).toList(),
                "Changes under %s are noise and stand in other."
                        .formatted(figures.money(compared.floor())));
    }

    private static Row row(MoverLine line, BigDecimal largest, Figures figures) {
        return new Row(
                line.name(),
                line.under(),
                figures.money(line.before()),
                figures.money(line.after()),
                figures.signed(line.change()),
                Tone.of(line.change()),
                bar(line.change(), largest),
                line.isTotal());
    }

    private static Bar bar(BigDecimal change, BigDecimal largest) {
        int length =
                change.abs()
                        .multiply(BigDecimal.valueOf(HALF))
                        .divide(largest, 0, RoundingMode.HALF_UP)
                        .intValueExact();
        return new Bar(change.signum() < 0 ? HALF - length : HALF, length);
    }
}
