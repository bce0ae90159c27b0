package dev.glidepath.trends.page;

import dev.glidepath.core.assess.Line;
import dev.glidepath.core.chart.Course;
import dev.glidepath.core.chart.Frame;
import dev.glidepath.core.chart.Role;
import dev.glidepath.core.chart.Svg;
import dev.glidepath.core.chart.TrendChart;
import dev.glidepath.core.chart.Wording;
import dev.glidepath.core.figures.Days;
import dev.glidepath.core.figures.Figures;
import dev.glidepath.core.figures.Names;
import dev.glidepath.core.figures.ProvisionalTable;
import dev.glidepath.trends.series.Grain;
import dev.glidepath.trends.series.Period;
import dev.glidepath.trends.series.Series;
import dev.glidepath.trends.series.Trend;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;

/// A series against its glide path, as a picture and as the table behind it.
///
/// @param wide SVG for where there is room; empty where there never is, as in a part
/// @param keys what its lines are; empty in a part, which has those of the whole
/// @param narrow SVG for where there is not
/// @param about what the picture says, for who does not see it
public record Picture(
        String id,
        String title,
        String range,
        String about,
        String wide,
        String narrow,
        List<Key> keys,
        List<Row> rows) {

    private static final Frame WIDE = Frame.labelled(11_000, 3_400);
    private static final Frame NARROW = Frame.labelled(3_400, 2_000);

    /// What a line is.
    public record Key(Role role, String name) {}

    /// @param wideX and `narrowX`: where in the picture
    /// @param note why the figures are not final; empty when they are
    public record Row(
            String name,
            String from,
            String through,
            PointFigures figures,
            String perMonth,
            String note,
            int wideX,
            int narrowX) {}

    /// @param line empty where the plan sets no target
    static Picture of(String id, Shown shown, Series series, Optional<Line> line, boolean wide) {
        var trend = shown.trend();
        var course =
                Courses.of(
                        trend,
                        series,
                        line,
                        shown.asOf(),
                        shown.overview()
                                .provisional()
                                .map(p -> Courses.estimated(p, series, trend.series()))
                                .orElseGet(TreeMap::new));
        var name = Names.clean(series.name(), "(no name)");
        var title =
                "%s: cost per %s%s"
                        .formatted(
                                name,
                                trend.frame().range().grain().name().toLowerCase(Locale.ROOT),
                                course.path().isPresent() ? " against the glide path" : "");
        var about = about(course, shown.figures());
        var wording = new Labels(shown.figures(), days(course));
        return new Picture(
                id,
                title,
                range(trend),
                about,
                wide ? svg(course, WIDE, wording, id + "-wide", title, about) : "",
                svg(course, NARROW, wording, id + "-narrow", title, about),
                wide ? keys(course) : List.of(),
                rows(shown, series, course));
    }

    private static String range(Trend trend) {
        var range = trend.frame().range();
        return "%s to %s".formatted(Days.day(range.days().start()), Days.day(range.through()));
    }

    private static String svg(
            Course course, Frame frame, Wording wording, String id, String title, String about) {
        return Svg.of(TrendChart.draw(course, frame, wording), id, title, about);
    }

    private static String about(Course course, Figures figures) {
        var known = course.points().stream().filter(p -> p.amount().isPresent()).toList();
        if (known.isEmpty()) {
            return "No period of these days is known yet.";
        }
        return "From %s a month around %s to %s around %s."
                .formatted(
                        figures.money(known.getFirst().amount().orElseThrow()),
                        Days.day(known.getFirst().day()),
                        figures.money(known.getLast().amount().orElseThrow()),
                        Days.day(known.getLast().day()));
    }

    private static List<Key> keys(Course course) {
        var keys = new ArrayList<Key>();
        keys.add(new Key(Role.ACTUAL, "cost, per average month"));
        if (course.points().stream().anyMatch(p -> p.amount().isPresent() && !p.settled())) {
            keys.add(new Key(Role.PROVISIONAL, "not complete"));
        }
        if (!course.estimated().isEmpty()) {
            keys.add(new Key(Role.ESTIMATED, "provisional: estimated by AWS"));
        }
        if (course.path().isPresent()) {
            keys.add(new Key(Role.PATH, "glide path: what the plan allows"));
        }
        if (course.ahead().size() > 1) {
            keys.add(new Key(Role.FORECAST, "forecast"));
            keys.add(new Key(Role.BAND, "its 80% band"));
        }
        return keys;
    }

    private static List<Row> rows(Shown shown, Series series, Course course) {
        var wide = TrendChart.columns(course, WIDE);
        var narrow = TrendChart.columns(course, NARROW);
        var periods = shown.trend().periods();
        var cells = shown.points().of(series);
        var rows = new ArrayList<Row>();
        for (int i = 0; i < periods.size(); i++) {
            var days = periods.get(i).days();
            rows.add(
                    new Row(
                            periods.get(i).name(),
                            days.start().toString(),
                            days.end().minusDays(1).toString(),
                            cells.get(i),
                            perMonth(course.points().get(i), shown.figures()),
                            note(periods.get(i)),
                            wide.get(i),
                            narrow.get(i)));
        }
        for (int i = 0; i < course.estimated().size(); i++) {
            int at = periods.size() + i;
            rows.add(estimated(course.estimated().get(i), shown, wide.get(at), narrow.get(at)));
        }
        return rows;
    }

    private static Row estimated(Course.Point point, Shown shown, int wideX, int narrowX) {
        boolean alone = shown.trend().frame().range().grain() == Grain.DAY;
        var provisional = shown.overview().provisional().orElseThrow();
        return new Row(
                alone ? point.day().toString() : ProvisionalTable.days(provisional),
                shown.trend().frame().range().days().start().toString(),
                (alone ? point.day() : provisional.through()).toString(),
                PointFigures.NONE,
                perMonth(point, shown.figures()),
                "provisional, estimated by AWS",
                wideX,
                narrowX);
    }

    private static String perMonth(Course.Point point, Figures figures) {
        return point.amount().map(figures::money).orElse(Figures.NONE);
    }

    private static String note(Period period) {
        var state = period.state();
        if (state.knownDays() < state.days()) {
            return "%s of %s days known".formatted(state.knownDays(), state.days());
        }
        if (state.settledDays() < state.days()) {
            return "%s of %s days settled".formatted(state.settledDays(), state.days());
        }
        return state.whole() ? "" : "%s days of it".formatted(state.days());
    }

    private static long days(Course course) {
        return course.through().toEpochDay() - course.from().toEpochDay();
    }

    /// @param days how many the axis has: with the year when they are many
    private record Labels(Figures figures, long days) implements Wording {

        private static final int MOST_WITHOUT_YEAR = 330;

        @Override
        public String amount(BigDecimal perMonth) {
            return figures.compact(perMonth).replaceAll("\\.0+(?=\\D|$)", "");
        }

        @Override
        public String day(LocalDate day) {
            return days > MOST_WITHOUT_YEAR ? Days.shortMonth(day) : Days.withoutYear(day);
        }
    }
}
