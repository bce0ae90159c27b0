package dev.glidepath.digest.section;

import dev.glidepath.core.assess.Line;
import dev.glidepath.core.assess.Outlook.Due;
import dev.glidepath.core.figures.Figures;
import dev.glidepath.core.figures.Tone;
import dev.glidepath.core.forecast.Forecast;
import dev.glidepath.core.forecast.Method;
import dev.glidepath.digest.section.ForecastSection.Cell;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// One column of the forecasts: those of the lines add up to that of the total.
final class ForecastCells {

    private ForecastCells() {}

    /// @param lines the total last
    static List<Cell> month(List<Line> lines, Figures figures) {
        var forecasts =
                lines.stream().map(line -> ForecastSection.seen(line).month().cost()).toList();
        var amounts = rounded(forecasts, figures);
        return IntStream.range(0, lines.size())
                .mapToObj(i -> cell(forecasts.get(i), amounts.get(i), Optional.empty(), figures))
                .toList();
    }

    /// @param due which of the milestones, one to come
    static List<Cell> milestone(List<Line> lines, int due, Figures figures) {
        var dues = lines.stream().map(line -> line.outlook().dues().get(due)).toList();
        var forecasts = dues.stream().map(d -> d.projected().orElseThrow()).toList();
        var amounts = rounded(forecasts, figures);
        return IntStream.range(0, lines.size())
                .mapToObj(
                        i ->
                                cell(
                                        forecasts.get(i),
                                        amounts.get(i),
                                        lines.get(i).path().map(_ -> dues.get(i)).map(Due::allowed),
                                        figures))
                .toList();
    }

    private static List<BigDecimal> rounded(List<Forecast> forecasts, Figures figures) {
        var lines = forecasts.subList(0, forecasts.size() - 1).stream().map(Forecast::amount);
        return Stream.concat(
                        figures.column(lines.toList()).stream(),
                        Stream.of(figures.round(forecasts.getLast().amount())))
                .toList();
    }

    private static Cell cell(
            Forecast forecast, BigDecimal amount, Optional<BigDecimal> target, Figures figures) {
        var band = forecast.band();
        return new Cell(
                figures.money(amount),
                compact(band.low(), figures) + " to " + compact(band.high(), figures),
                target.map(t -> chance(forecast, t, figures)).orElse(""),
                forecast.methods().size() == 1 ? name(forecast.methods().getFirst()) : "",
                target.map(t -> tone(amount, figures.round(t))).orElse(Tone.NEUTRAL));
    }

    private static String compact(BigDecimal amount, Figures figures) {
        return amount.abs().compareTo(BigDecimal.valueOf(1_000)) < 0
                ? figures.money(amount)
                : figures.compact(amount);
    }

    /// Beyond the largest miss so far, all that can be said is a limit.
    private static String chance(Forecast forecast, BigDecimal target, Figures figures) {
        var limit = forecast.isBeyondAnyMiss(target) ? target.compareTo(forecast.amount()) : 0;
        var sign = limit == 0 ? "" : limit < 0 ? "≤ " : "≥ ";
        return sign + figures.wholePercent(forecast.chance(target)) + " likely";
    }

    private static Tone tone(BigDecimal amount, BigDecimal target) {
        return amount.compareTo(target) > 0 ? Tone.BAD : Tone.GOOD;
    }

    static String name(Method method) {
        return switch (method) {
            case LEVEL -> "level";
            case RECENT -> "recent";
            case LAST_WEEK -> "last week";
            case FADING_TREND -> "fading trend";
            case TREND -> "trend";
        };
    }
}
