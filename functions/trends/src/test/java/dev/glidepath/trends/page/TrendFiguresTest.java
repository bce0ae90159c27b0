package dev.glidepath.trends.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glidepath.core.assess.Bill;
import dev.glidepath.core.cost.ChargeDays;
import dev.glidepath.trends.Bills;
import dev.glidepath.trends.series.Grain;
import dev.glidepath.trends.series.Period;
import dev.glidepath.trends.series.Point;
import dev.glidepath.trends.series.Range;
import dev.glidepath.trends.series.Scope;
import dev.glidepath.trends.series.Series;
import dev.glidepath.trends.series.Series.Kind;
import dev.glidepath.trends.series.Trend;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// A day of two categories and their total.
class TrendFiguresTest {

    private static final LocalDate DAY = LocalDate.of(2026, 5, 11);

    @Test
    void whatIsUnknownIsNeitherZeroNorInAGap() {
        var trend = trend(1, point("1200", null), point(null, "1000"));
        var shown = shown(trend);
        assertThat(shown)
                .containsExactly(
                        new PointFigures("$1,200", "–", "–"),
                        new PointFigures("–", "$1,000", "–"),
                        new PointFigures("$1,200", "$1,000", "+$200"));
    }

    @Test
    void aGapIsOfTheRoundedAmounts() {
        assertThat(shown(trend(1, point("1200.5", "1000.4"), point("900.4", "1000"))))
                .extracting(PointFigures::gap)
                .containsExactly("+$201", "-$100", "+$101");
    }

    @Test
    void aPeriodThatIsNotCompleteHasNoGap() {
        assertThat(shown(trend(0, point("1200", "1000"), point("900", "1000"))))
                .extracting(PointFigures::gap)
                .containsOnly("–");
    }

    private static List<PointFigures> shown(Trend trend) {
        var figures = TrendFigures.of(trend, TrendFigures.figures(trend));
        return List.of(
                figures.of(trend.series().getFirst()).getFirst(),
                figures.of(trend.series().getLast()).getFirst(),
                figures.of(trend.total().orElseThrow()).getFirst());
    }

    private static Trend trend(int known, Point first, Point second) {
        var days = new ChargeDays(DAY, DAY.plusDays(1));
        var basis = Bills.plan("A", "B").basis();
        return new Trend(
                new Trend.Frame(
                        "plan-1",
                        basis,
                        new Range(days, Grain.DAY),
                        new Scope.All(),
                        Bills.AS_OF,
                        DAY),
                List.of(
                        new Period(
                                DAY.toString(),
                                days,
                                new Period.State(true, 1, known, 1),
                                Bill.of(List.of(), basis))),
                List.of(
                        new Series(Kind.CATEGORY, "A", "", List.of(first)),
                        new Series(Kind.CATEGORY, "B", "", List.of(second))),
                Optional.of(new Series(Kind.TOTAL, "Total", "", List.of(sum(first, second)))));
    }

    private static Point sum(Point first, Point second) {
        return new Point(
                plus(first.cost(), second.cost()), plus(first.allowed(), second.allowed()), null);
    }

    private static BigDecimal plus(@Nullable BigDecimal a, @Nullable BigDecimal b) {
        return (a == null ? BigDecimal.ZERO : a).add(b == null ? BigDecimal.ZERO : b);
    }

    private static Point point(@Nullable String cost, @Nullable String allowed) {
        return new Point(amount(cost), amount(allowed), null);
    }

    private static @Nullable BigDecimal amount(@Nullable String text) {
        return text == null ? null : new BigDecimal(text);
    }
}
