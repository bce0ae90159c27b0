package dev.glidepath.core.assess;

import static dev.glidepath.core.assess.Made.WEEK;
import static dev.glidepath.core.assess.Made.category;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glidepath.core.calendar.Week;
import dev.glidepath.core.plan.Plan;

import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;

class ReasonsTest {

    private static final Plan PLAN = Made.plan(category("A", "4000", "3000"));

    @Test
    void aGapNamesTheExportsThatShouldHaveReportedIt() {
        var monday = WEEK.monday();
        var known =
                Map.of(
                        "aws", without(monday.plusDays(1), monday.plusDays(2), monday.plusDays(4)),
                        "ads", without(monday.plusDays(2), monday.plusDays(4)));
        assertThat(Gaps.of(new Coverage(known, Set.of()), WEEK))
                .containsExactly(
                        "2026-05-05 is not reported by aws",
                        "2026-05-06 is not reported by ads, aws",
                        "2026-05-08 is not reported by ads, aws");
    }

    @Test
    void daysInARowThatLackForTheSameExportAreOneGap() {
        var monday = WEEK.monday();
        var known = Map.of("aws", without(monday, monday.plusDays(1), monday.plusDays(2)));
        assertThat(Gaps.of(new Coverage(known, Set.of()), WEEK))
                .containsExactly("2026-05-04 to 2026-05-06 is not reported by aws");
        assertThat(Gaps.of(new Coverage(Map.of("aws", without()), Set.of()), WEEK)).isEmpty();
    }

    @Test
    void theWeekInWhichThePlanBeginsIsTheFirstThatItAsksOf() {
        assertThat(reasons(week(LocalDate.of(2025, 12, 28))))
                .anyMatch(r -> r.startsWith("the plan begins on 2026-01-01 and asks nothing"));
        assertThat(reasons(week(LocalDate.of(2026, 1, 1))))
                .noneMatch(r -> r.startsWith("the plan begins on"));
    }

    @Test
    void aSumThatDoesNotCloseIsNamedOnce() {
        var made = new Made().daily("A", "S3", "100");
        var check = new Check("days = executions", BigDecimal.ONE, BigDecimal.TWO);
        var closed = new Check("rows = rows", BigDecimal.ONE, new BigDecimal("1.0"));
        var ledger =
                new Ledger(
                        made.days,
                        made.ledger().coverage(),
                        made.ledger().settled(),
                        List.of(check, closed));
        var expected = "a sum does not close (days = executions): collect these weeks again";
        assertThat(held(Assess.week(PLAN, WEEK, List.of(), ledger)).reasons())
                .containsExactly(expected);
        assertThat(held(Assess.week(PLAN, WEEK, List.of("A"), ledger)).reasons())
                .containsExactly(expected);
    }

    @Test
    void aReasonMoreIsAddedToThoseThatThereAre() {
        var sound = new Made().daily("A", "S3", "100").assess(category("A", "4000", "3000"));
        assertThat(sound).isInstanceOf(Finding.Sound.class);
        var held = sound.held("one").held("two");
        assertThat(held(held).reasons()).containsExactly("one", "two");
        assertThat(held.assessment()).isEqualTo(sound.assessment());
    }

    private static List<String> reasons(Week week) {
        return Assess.week(PLAN, week, List.of(), new Made().ledger()) instanceof Finding.Held held
                ? held.reasons()
                : List.of();
    }

    private static Finding.Held held(Finding finding) {
        return (Finding.Held) finding;
    }

    private static Week week(LocalDate day) {
        return Week.of(day);
    }

    private static NavigableSet<LocalDate> without(LocalDate... gaps) {
        var from = WEEK.previous().monday();
        var days = new TreeSet<>(from.datesUntil(WEEK.sunday().plusDays(1)).toList());
        days.removeAll(new HashSet<>(List.of(gaps)));
        return days;
    }
}
