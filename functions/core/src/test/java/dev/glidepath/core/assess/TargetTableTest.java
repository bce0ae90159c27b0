package dev.glidepath.core.assess;

import static dev.glidepath.core.assess.Made.WEEK;
import static dev.glidepath.core.assess.Made.category;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.glidepath.core.assess.Outlook.Due;
import dev.glidepath.core.chart.Course;
import dev.glidepath.core.chart.Course.Ahead;
import dev.glidepath.core.forecast.Forecast;
import dev.glidepath.core.forecast.Method;
import dev.glidepath.core.forecast.Spread;
import dev.glidepath.core.plan.Category;
import dev.glidepath.core.plan.Rule;
import dev.glidepath.core.plan.Scope;

import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

class TargetTableTest {

    @Test
    void ofManyLinesTheLargestAreShownInTheirOrderAndTheOthersAreOne() {
        var targets = many(12).assess(categories(12)).assessment().targets();
        assertThat(targets.lines()).hasSize(13);
        // C1 costs least and is allowed most; Unallocated costs nothing.
        assertThat(targets.shown())
                .extracting(Line::name)
                .containsExactly(
                        "C1", "C5", "C6", "C7", "C8", "C9", "C10", "C11", "C12", "and 4 more");
        var rest = targets.shown().getLast();
        var standing = (Standing.Measured) rest.standing();
        assertThat(standing.runRate()).isEqualByComparingTo("2739.375");
        assertThat(standing.allowed())
                .isCloseTo(
                        allowed(targets, 1).multiply(new BigDecimal("3")),
                        within(new BigDecimal("1e-9")));
        assertThat(rest.weeks()).allMatch(week -> week.compareTo(new BigDecimal("630")) == 0);
        assertThat(rest.outlook().dues()).hasSize(1);
        assertThat(
                        targets.ofShown(
                                Stream.iterate(1, i -> i + 1)
                                        .limit(13)
                                        .map(BigDecimal::new)
                                        .toList()))
                .extracting(BigDecimal::intValueExact)
                .containsExactly(1, 5, 6, 7, 8, 9, 10, 11, 12, 2 + 3 + 4 + 13);
        for (int week = 0; week < 4; week++) {
            int at = week;
            assertThat(
                            targets.shown().stream()
                                    .map(line -> line.weeks().get(at))
                                    .reduce(BigDecimal.ZERO, BigDecimal::add))
                    .isEqualByComparingTo(targets.total().weeks().get(week));
        }
    }

    @Test
    void tenLinesAreAllShown() {
        var targets = many(9).assess(categories(9)).assessment().targets();
        assertThat(targets.shown()).hasSize(10).isEqualTo(targets.lines());
    }

    @Test
    void aScopeOfChargesHasTheCategoriesThatItsChargesAreInAndNoTargets() {
        var plan =
                Made.plan(
                        category("B", "4000", "3000"),
                        category("A", "4000", "3000"),
                        category("C", "4000", "3000"));
        var ledger = new Made().daily("A", "S3", "100").daily("B", "S3", "10").ledger();
        var scope = new Scope.Charges(new Rule(List.of()));
        var targets = Assess.week(plan, WEEK, scope, ledger).assessment().targets();
        assertThat(targets.lines()).extracting(Line::name).containsExactly("B", "A");
        assertThat(targets.lines()).allMatch(line -> line.standing() instanceof Standing.NoTarget);
        assertThat(targets.total().name()).isEqualTo("Your charges");
        assertThat(((Standing.NoTarget) targets.total().standing()).runRate())
                .isEqualByComparingTo("3348.125");
    }

    @Test
    void theWayOfTheTotalBeginsWithItsFirstKnownWeekAndLeavesGaps() {
        var made = new Made().daily("A", "S3", "100");
        made.unknown.add(WEEK.minus(5).sunday());
        made.settled = WEEK.sunday().minusDays(1);
        var course = course(made).orElseThrow();
        assertThat(course.points()).hasSize(13);
        assertThat(course.from()).isEqualTo(WEEK.minus(12).monday().plusDays(3));
        assertThat(course.points().getFirst().amount().orElseThrow())
                .isEqualByComparingTo("3043.75");
        assertThat(course.points().get(7).amount()).isEmpty();
        assertThat(course.points().get(11).settled()).isTrue();
        assertThat(course.points().getLast().settled()).isFalse();
    }

    @Test
    void sevenWeeksAreNoTrend() {
        var seven = new Made();
        seven.known = WEEK.minus(6).monday();
        assertThat(course(seven.daily("A", "S3", "100"))).isEmpty();
        var eight = new Made();
        eight.known = WEEK.minus(7).monday();
        assertThat(course(eight.daily("A", "S3", "100"))).isPresent();
    }

    @Test
    void theNextMilestoneIsShownWithinTwoYearsAndTheOnesAfterWithinOne() {
        var today = LocalDate.of(2026, 5, 10);
        var next = due(today.plusYears(2));
        assertThat(ahead(today, next)).containsExactly(today, next.date());
        assertThat(ahead(today, due(today.plusYears(2).plusDays(1)))).containsExactly(today);
        var soon = due(today.plusDays(1));
        var later = due(today.plusYears(1));
        assertThat(ahead(today, soon, later, due(today.plusYears(1).plusDays(1))))
                .containsExactly(today, soon.date(), later.date());
    }

    @Test
    void withoutARunRateNothingLiesAhead() {
        var lacking = new Standing.NotEnoughData(3, Optional.empty());
        assertThat(WayAhead.of(line(lacking, due(WEEK.sunday().plusDays(9))), WEEK.sunday()))
                .isEmpty();
    }

    private static List<LocalDate> ahead(LocalDate today, Due... dues) {
        var known = new Standing.NoTarget(BigDecimal.TEN);
        return WayAhead.of(line(known, dues), today).stream().map(Ahead::day).toList();
    }

    private static Line line(Standing standing, Due... dues) {
        var outlook = new Outlook(new Outlook.Ahead.TooShort(0), List.of(dues));
        return new Line("A", "", Optional.empty(), standing, outlook, List.of());
    }

    private static Due due(LocalDate day) {
        var forecast =
                new Forecast(
                        BigDecimal.TEN,
                        new Forecast.Band(BigDecimal.ONE, BigDecimal.TEN),
                        new Spread(List.of(BigDecimal.ONE)),
                        List.of(Method.LEVEL),
                        new Forecast.Checked(1, 7, BigDecimal.ONE));
        return new Due("6M", day, BigDecimal.ONE, Optional.of(forecast));
    }

    private static Optional<Course> course(Made made) {
        return made.assess(category("A", "4000", "3000")).assessment().targets().course();
    }

    private static BigDecimal allowed(Assessment.Targets targets, int line) {
        return ((Standing.Measured) targets.lines().get(line).standing()).allowed();
    }

    /// The first costs 10 a day, each other one 10 more than the one before.
    private static Made many(int count) {
        var made = new Made();
        for (int i = 1; i <= count; i++) {
            made.daily("C" + i, "S3", Integer.toString(10 * i));
        }
        return made;
    }

    private static Category[] categories(int count) {
        var categories = new ArrayList<Category>();
        categories.add(category("C1", "99999", "88888"));
        for (int i = 2; i <= count; i++) {
            categories.add(category("C" + i, "20", "10"));
        }
        return categories.toArray(new Category[0]);
    }
}
