package dev.glidepath.trends.format;

import static dev.glidepath.trends.format.Exact.word;

import de.siegmar.fastcsv.writer.CsvWriter;

import dev.glidepath.core.assess.Provisional;
import dev.glidepath.trends.overview.Overview;
import dev.glidepath.trends.series.Period;
import dev.glidepath.trends.series.Point;
import dev.glidepath.trends.series.Series;
import dev.glidepath.trends.series.Trend;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// A trend for spreadsheets (RFC 4180, UTF-8): one row per period and line. Columns, in this order,
/// which later versions only add to at the end:
///
/// | column | what |
/// |---|---|
/// | `kind` | `category`, `unallocated`, `unknown_category`, `total`; `not_counted`: a charge category that the plan leaves out; `other_currency`; `provisional`: a day that AWS estimates |
/// | `name` | of the category or charge category; empty for `other_currency` |
/// | `period`, `from`, `through` | `2026-W19`, and its first and last day within the range |
/// | `days`, `known_days`, `settled_days`, `complete` | how far the period can be relied upon |
/// | `currency`, `metric` | of the row's amounts |
/// | `cost`, `allowed`, `gap` | exact decimals; empty is unknown or not set, never zero |
/// | `provisional` | the estimate, in rows of `provisional` alone, which have no `cost` |
///
/// Only rows of `category`, `unallocated` and `unknown_category` add up to `total`. A text that a
/// spreadsheet would take for a formula begins with an apostrophe; numbers are left as they are.
public final class TrendCsv {

    private static final List<String> HEADER =
            List.of(
                    "kind",
                    "name",
                    "period",
                    "from",
                    "through",
                    "days",
                    "known_days",
                    "settled_days",
                    "complete",
                    "currency",
                    "metric",
                    "cost",
                    "allowed",
                    "gap",
                    "provisional");

    private static final Point NOTHING = new Point(null, null, null);

    private TrendCsv() {}

    public static String of(Overview overview) {
        var text = new StringWriter();
        try (var csv = CsvWriter.builder().build(text)) {
            write(overview.trend(), csv);
            overview.provisional().ifPresent(p -> write(p, overview.trend(), csv));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static void write(Trend trend, CsvWriter csv) {
        csv.writeRecord(HEADER);
        for (int i = 0; i < trend.periods().size(); i++) {
            var period = trend.periods().get(i);
            for (var series : lines(trend).toList()) {
                csv.writeRecord(row(series, period, series.points().get(i), trend));
            }
            beside(period, trend).forEach(csv::writeRecord);
        }
    }

    private static void write(Provisional provisional, Trend trend, CsvWriter csv) {
        for (var line : provisional.lines()) {
            line.days()
                    .forEach(
                            (day, amount) ->
                                    csv.writeRecord(
                                            row(
                                                    "provisional",
                                                    line.category(),
                                                    estimated(day),
                                                    trend.frame().basis().currency(),
                                                    trend,
                                                    NOTHING,
                                                    amount)));
        }
    }

    /// Whether an export reports the day is not told.
    private static List<String> estimated(LocalDate day) {
        return List.of(day.toString(), day.toString(), day.toString(), "1", "", "0", "false");
    }

    private static List<String> span(Period period) {
        return List.of(
                period.name(),
                period.days().start().toString(),
                period.days().end().minusDays(1).toString(),
                Integer.toString(period.state().days()),
                Integer.toString(period.state().knownDays()),
                Integer.toString(period.state().settledDays()),
                Boolean.toString(period.state().complete()));
    }

    private static Stream<Series> lines(Trend trend) {
        return Stream.concat(trend.series().stream(), trend.total().stream());
    }

    private static List<String> row(Series series, Period period, Point point, Trend trend) {
        var currency = trend.frame().basis().currency();
        return row(word(series.kind()), series.name(), period, currency, trend, point);
    }

    private static Stream<List<String>> beside(Period period, Trend trend) {
        var currency = trend.frame().basis().currency();
        return Stream.concat(
                period.bill().notCounted().stream()
                        .map(
                                n ->
                                        row(
                                                "not_counted",
                                                n.chargeCategory(),
                                                period,
                                                currency,
                                                trend,
                                                new Point(n.amount(), null, null))),
                period.bill().otherCurrencies().stream()
                        .map(
                                money ->
                                        row(
                                                "other_currency",
                                                "",
                                                period,
                                                money.currency(),
                                                trend,
                                                new Point(money.amount(), null, null))));
    }

    private static List<String> row(
            String kind, String name, Period period, String currency, Trend trend, Point point) {
        return row(kind, name, span(period), currency, trend, point, null);
    }

    private static List<String> row(
            String kind,
            String name,
            List<String> span,
            String currency,
            Trend trend,
            Point point,
            @Nullable BigDecimal provisional) {
        var row = new ArrayList<>(List.of(kind, SpreadsheetText.of(name)));
        row.addAll(span);
        row.addAll(
                List.of(
                        SpreadsheetText.of(currency),
                        word(trend.frame().basis().metric()),
                        plain(point.cost()),
                        plain(point.allowed()),
                        plain(point.gap()),
                        plain(provisional)));
        return row;
    }

    private static String plain(@Nullable BigDecimal amount) {
        return Objects.requireNonNullElse(Exact.plain(amount), "");
    }
}
