package dev.glidepath.core.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glidepath.core.plan.GlidePath.Milestone;

import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

class GlidePathTest {

    private static final LocalDate START = LocalDate.of(2026, 1, 1);

    @Test
    void halfOfTheDaysIsHalfOfTheWay() {
        var path = path("100", "2026-01-11", "50");

        assertThat(path.allowedOn(LocalDate.of(2026, 1, 6))).isEqualByComparingTo("75");
        assertThat(path.dateOf(new BigDecimal("75"))).contains(LocalDate.of(2026, 1, 6));
    }

    @Test
    void passesThroughItsBaselineAndMilestones() {
        forRandomPaths(
                (path, _) -> {
                    var baseline = path.baseline();
                    assertThat(path.allowedOn(baseline.date()))
                            .isEqualByComparingTo(baseline.amount());
                    for (var m : path.milestones()) {
                        assertThat(path.allowedOn(m.date())).isEqualByComparingTo(m.amount());
                    }
                });
    }

    @Test
    void staysBetweenNeighboursAndNeverTurnsBack() {
        forRandomPaths(
                (path, _) -> {
                    var from = path.baseline();
                    for (var to : path.milestones()) {
                        int way = to.amount().compareTo(from.amount());
                        var days = from.date().datesUntil(to.date().plusDays(1)).toList();
                        for (int i = 1; i < days.size(); i++) {
                            var step =
                                    path.allowedOn(days.get(i))
                                            .compareTo(path.allowedOn(days.get(i - 1)));
                            assertThat(step * way).isNotNegative();
                        }
                        from = to;
                    }
                });
    }

    @Test
    void isFlatBeforeTheBaselineAndAfterTheLastMilestone() {
        forRandomPaths(
                (path, random) -> {
                    var before = path.baseline().date().minusDays(random.nextInt(1, 1000));
                    var after = path.last().date().plusDays(random.nextInt(1, 1000));
                    assertThat(path.allowedOn(before)).isEqualTo(path.baseline().amount());
                    assertThat(path.allowedOn(after)).isEqualTo(path.last().amount());
                });
    }

    @Test
    void dateOfInvertsAllowedOnWithinADay() {
        forRandomPaths(
                (path, random) -> {
                    if (!path.descends() && !rises(path)) {
                        return;
                    }
                    long days = ChronoUnit.DAYS.between(path.baseline().date(), path.last().date());
                    var day = path.baseline().date().plusDays(random.nextLong(days + 1));
                    var back = path.dateOf(path.allowedOn(day)).orElseThrow();
                    assertThat(Math.abs(ChronoUnit.DAYS.between(day, back))).isLessThanOrEqualTo(1);
                });
    }

    @Test
    void hasNoDateForWhatItNeverAllows() {
        var falling = path("100", "2026-07-01", "50");
        var rising = path("50", "2026-07-01", "100");

        for (var path : List.of(falling, rising)) {
            assertThat(path.dateOf(new BigDecimal("100.01"))).isEmpty();
            assertThat(path.dateOf(new BigDecimal("49.99"))).isEmpty();
            assertThat(path.dateOf(new BigDecimal("75"))).isPresent();
        }
    }

    @Test
    void reachesTheAmountOfALevelStretchAtItsBeginning() {
        var level =
                new GlidePath(
                        milestone("baseline", START, "100"),
                        List.of(
                                milestone("6M", START.plusMonths(6), "80"),
                                milestone("12M", START.plusMonths(12), "80")));

        assertThat(level.dateOf(new BigDecimal("80"))).contains(START.plusMonths(6));
        assertThat(level.dateOf(new BigDecimal("100"))).contains(START);
    }

    @Test
    void refusesMilestonesOutOfOrder() {
        assertThatThrownBy(() -> path("100", "2026-01-01", "50"))
                .hasMessageContaining("12M is not after baseline");
    }

    private static boolean rises(GlidePath path) {
        var previous = path.baseline();
        for (var milestone : path.milestones()) {
            if (milestone.amount().compareTo(previous.amount()) <= 0) {
                return false;
            }
            previous = milestone;
        }
        return true;
    }

    private interface Law {
        void holds(GlidePath path, SplittableRandom random);
    }

    private static void forRandomPaths(Law law) {
        var random = new SplittableRandom(11);
        for (int i = 0; i < 400; i++) {
            law.holds(randomPath(random, i % 3), random);
        }
    }

    /// @param way 0 falls, 1 rises, 2 goes anywhere
    private static GlidePath randomPath(SplittableRandom random, int way) {
        var date = START;
        var amount = new BigDecimal(random.nextInt(500_000, 1_000_000));
        var baseline = new Milestone("baseline", date, amount);
        var milestones = new ArrayList<Milestone>();
        for (int i = random.nextInt(1, 5); i > 0; i--) {
            date = date.plusDays(random.nextInt(1, 400));
            var step = BigDecimal.valueOf(random.nextInt(1, 10_000_000), 2);
            boolean down = way == 0 || (way == 2 && random.nextBoolean());
            amount = down ? amount.subtract(step) : amount.add(step);
            milestones.add(new Milestone(date.toString(), date, amount));
        }
        return new GlidePath(baseline, milestones);
    }

    private static GlidePath path(String from, String date, String to) {
        return new GlidePath(
                milestone("baseline", START, from),
                List.of(milestone("12M", LocalDate.parse(date), to)));
    }

    private static Milestone milestone(String label, LocalDate date, String amount) {
        return new Milestone(label, date, new BigDecimal(amount));
    }
}
