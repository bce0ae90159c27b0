package dev.glidepath.local;

import dev.glidepath.core.assess.Provisional;
import dev.glidepath.core.figures.Days;
import dev.glidepath.core.figures.Figures;
import dev.glidepath.core.figures.Names;
import dev.glidepath.core.figures.ProvisionalTable;
import dev.glidepath.digest.figures.Plain;
import dev.glidepath.trends.overview.Overview;
import dev.glidepath.trends.page.PointFigures;
import dev.glidepath.trends.page.TrendFigures;
import dev.glidepath.trends.series.Period;
import dev.glidepath.trends.series.Point;
import dev.glidepath.trends.series.Series;
import dev.glidepath.trends.series.Trend;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// A trend for a terminal: each category's descent beside its glide path, then the total period by
/// period.
final class TrendTable {

    private static final int LONGEST_NAME = 24;
    private static final int MOST_BLOCKS = 20;
    private static final Point UNKNOWN = new Point(null, null, null);

    private final Trend trend;
    private final Figures figures;
    private final TrendFigures points;

    private TrendTable(Trend trend) {
        this.trend = trend;
        this.figures = TrendFigures.figures(trend);
        this.points = TrendFigures.of(trend, figures);
    }

    static String of(Overview overview) {
        var trend = overview.trend();
        var table = new TrendTable(trend);
        var parts = new ArrayList<>(List.of(table.heading(), table.lines(), table.periods()));
        overview.provisional().map(table::provisional).ifPresent(parts::add);
        parts.add(new TrendNotes(trend, table.figures, MOST_BLOCKS).text());
        return parts.stream().filter(p -> !p.isEmpty()).collect(Collectors.joining("\n"));
    }

    private String heading() {
        var frame = trend.frame();
        var days = frame.range().days();
        return "%s cost per %s, %s, %s to %s; settled through %s\n"
                .formatted(
                        capital(frame.basis().metric()),
                        grain(),
                        frame.basis().currency(),
                        Days.day(days.start()),
                        Days.day(frame.range().through()),
                        Days.day(frame.settledThrough()));
    }

    private String lines() {
        int newest = newestComplete();
        var rows = new ArrayList<List<String>>();
        var shown = newest < 0 ? "complete: none" : trend.periods().get(newest).name();
        rows.add(List.of("", "cost", "glide path", shown, "allowed", "gap"));
        for (var series : all()) {
            var row = new ArrayList<>(List.of(name(series)));
            row.addAll(pictures(series));
            row.addAll(cells(newest < 0 ? PointFigures.NONE : points.of(series).get(newest)));
            rows.add(row);
        }
        return AlignedTable.of(rows, 3);
    }

    /// Of the newest periods, both rows on one scale.
    private List<String> pictures(Series series) {
        var points =
                IntStream.range(Math.max(0, size() - MOST_BLOCKS), size())
                        .mapToObj(
                                i ->
                                        trend.periods().get(i).state().complete()
                                                ? series.points().get(i)
                                                : UNKNOWN)
                        .toList();
        var cost = points.stream().<@Nullable BigDecimal>map(Point::cost).toList();
        var allowed = points.stream().<@Nullable BigDecimal>map(Point::allowed).toList();
        var scale = Sparkline.over(cost, allowed);
        return List.of(
                scale.of(cost),
                allowed.stream().allMatch(Objects::isNull) ? "" : scale.of(allowed));
    }

    private String periods() {
        var series = all().getLast();
        var rows = new ArrayList<List<String>>();
        rows.add(List.of(name(series), "cost", "allowed", "gap"));
        for (int i = 0; i < size(); i++) {
            var period = trend.periods().get(i);
            var row = new ArrayList<>(List.of(period.name() + mark(period)));
            row.addAll(cells(points.of(series).get(i)));
            rows.add(row);
        }
        return AlignedTable.of(rows, 1);
    }

    private String provisional(Provisional provisional) {
        var table = ProvisionalTable.of(provisional, figures);
        var rows = new ArrayList<List<String>>();
        rows.add(List.of(table.title(), "provisional"));
        table.rows().forEach(row -> rows.add(List.of(shortened(row.name()), row.amount())));
        return AlignedTable.of(rows, 1) + Plain.notes(table.notes());
    }

    private static List<String> cells(PointFigures shown) {
        return List.of(shown.cost(), shown.allowed(), shown.gap());
    }

    private List<Series> all() {
        return Stream.concat(trend.series().stream(), trend.total().stream()).toList();
    }

    private int size() {
        return trend.periods().size();
    }

    private int newestComplete() {
        return IntStream.range(0, size())
                .filter(i -> trend.periods().get(i).state().complete())
                .max()
                .orElse(-1);
    }

    private String grain() {
        return trend.frame().range().grain().name().toLowerCase(Locale.ROOT);
    }

    private static String mark(Period period) {
        return period.state().complete() ? " " : "*";
    }

    private static String name(Series series) {
        return shortened(Names.clean(series.name(), "(no name)"));
    }

    private static String shortened(String name) {
        return name.codePointCount(0, name.length()) <= LONGEST_NAME
                ? name
                : name.substring(0, name.offsetByCodePoints(0, LONGEST_NAME - 1)) + "…";
    }

    private static String capital(Enum<?> word) {
        return word.name().charAt(0) + word.name().substring(1).toLowerCase(Locale.ROOT);
    }
}
