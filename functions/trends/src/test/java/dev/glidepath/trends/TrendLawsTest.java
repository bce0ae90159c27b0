package dev.glidepath.trends;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glidepath.core.calendar.Week;
import dev.glidepath.core.cost.CostLine;
import dev.glidepath.core.plan.Plan;
import dev.glidepath.store.Snapshots;
import dev.glidepath.trends.series.Grain;
import dev.glidepath.trends.series.Period;
import dev.glidepath.trends.series.Point;
import dev.glidepath.trends.series.Question;
import dev.glidepath.trends.series.Scope;
import dev.glidepath.trends.series.Series;
import dev.glidepath.trends.series.Trend;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.Stream;

class TrendLawsTest {

    private static final Plan PLAN = Bills.plan("Infrastructure", "Support");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void anyGrainOfTheSameDaysAddsUpToTheSame(long seed) {
        var random = new SplittableRandom(seed);
        var snapshots = Bills.random(random).recorded();
        var from = Bills.START.plusDays(random.nextInt(90));
        var through = from.plusDays(random.nextInt(80));
        var days = trend(snapshots, Grain.DAY, from, through);
        for (var grain : List.of(Grain.WEEK, Grain.MONTH)) {
            var other = trend(snapshots, grain, from, through);
            for (var series : all(days)) {
                var same = named(other, series.name());
                assertThat(sum(same, Point::cost))
                        .as(series.name())
                        .isEqualByComparingTo(sum(series, Point::cost));
                assertThat(sum(same, Point::allowed))
                        .as(series.name())
                        .isEqualByComparingTo(sum(series, Point::allowed));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void everyCategoryAndUnallocatedAddUpToTheTotalAndToTheCharges(long seed) {
        var snapshots = Bills.random(new SplittableRandom(seed)).recorded();
        var trend = trend(snapshots, Grain.WEEK, Bills.START, Bills.START.plusDays(170));
        for (int i = 0; i < trend.periods().size(); i++) {
            var period = trend.periods().get(i);
            int at = i;
            var total = trend.total().orElseThrow().points().get(i);
            assertThat(
                            add(
                                    trend.series().stream()
                                            .map(s -> s.points().get(at).cost())
                                            .filter(Objects::nonNull)))
                    .isEqualByComparingTo(Objects.requireNonNull(total.cost()))
                    .isEqualByComparingTo(period.bill().counted());
            assertThat(period.bill().total()).isEqualByComparingTo(charged(snapshots, period));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void aCategoryAskedForAloneIsWhatItIsAmongAll(long seed) {
        var snapshots = Bills.random(new SplittableRandom(seed)).recorded();
        var through = Bills.START.plusDays(100);
        var all = trend(snapshots, Grain.MONTH, Bills.START, through);
        for (var name : List.of("Infrastructure", "Support", CostLine.UNALLOCATED, "Former")) {
            var question =
                    new Question(
                            Optional.of(Bills.START),
                            Optional.of(through),
                            Grain.MONTH,
                            new Scope.OneCategory(name));
            var alone = new Trends(snapshots).trend(PLAN, question, Bills.AS_OF);
            assertThat(alone.series()).containsExactly(named(all, name));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"DAY", "WEEK", "MONTH"})
    void periodsFollowEachOtherWithoutAGapOverEveryYearsEnd(Grain grain) {
        for (var day = LocalDate.of(2019, 12, 20);
                day.isBefore(LocalDate.of(2031, 1, 10));
                day = day.plusDays(1)) {
            var period = grain.around(day);
            assertThat(period.start()).isBeforeOrEqualTo(day);
            assertThat(period.end()).isAfter(day);
            assertThat(grain.around(period.end()).start()).isEqualTo(period.end());
            assertThat(grain.name(period.start()))
                    .isEqualTo(grain.name(period.end().minusDays(1)))
                    .isNotEqualTo(grain.name(period.end()));
        }
        assertThat(Grain.WEEK.name(LocalDate.of(2027, 1, 1)))
                .isEqualTo(new Week(2026, 53).toString());
    }

    private static Trend trend(
            Snapshots snapshots, Grain grain, LocalDate from, LocalDate through) {
        var question =
                new Question(Optional.of(from), Optional.of(through), grain, new Scope.All());
        return new Trends(snapshots).trend(PLAN, question, Bills.AS_OF);
    }

    /// Straight from the store.
    private static BigDecimal charged(Snapshots snapshots, Period period) {
        return add(
                snapshots
                        .days(period.days().start(), period.days().end(), Bills.AS_OF)
                        .values()
                        .stream()
                        .flatMap(List::stream)
                        .filter(l -> l.dimensions().currency().equals("USD"))
                        .flatMap(l -> Stream.ofNullable(l.amounts().effective())));
    }

    private static List<Series> all(Trend trend) {
        return Stream.concat(trend.series().stream(), trend.total().stream()).toList();
    }

    private static Series named(Trend trend, String name) {
        return all(trend).stream().filter(s -> s.name().equals(name)).findFirst().orElseThrow();
    }

    private static BigDecimal sum(Series series, Function<Point, @Nullable BigDecimal> part) {
        return add(series.points().stream().map(part).filter(Objects::nonNull));
    }

    private static BigDecimal add(Stream<BigDecimal> amounts) {
        return amounts.reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
