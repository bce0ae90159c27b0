package dev.glidepath.core.assess;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glidepath.core.assess.Agenda.LastWeek;
import dev.glidepath.core.assess.Agenda.Phase;
import dev.glidepath.core.calendar.Week;
import dev.glidepath.core.plan.Action;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

class ToDosTest {

    private static final Week WEEK = Made.WEEK;
    private static final LocalDate SUNDAY = WEEK.sunday();

    @Test
    void anActionIsLateFromTheEndOfTheDayItIsDueUntilItIsDone() {
        var agenda = agenda(open("due today", SUNDAY), open("due tomorrow", SUNDAY.plusDays(1)));

        assertThat(agenda.owners().getFirst().late())
                .extracting(Action::text)
                .containsExactly("due today");
        assertThat(agenda.owners().getFirst().due())
                .extracting(Action::text)
                .containsExactly("due tomorrow");
        assertThat(agenda(done("done", SUNDAY.minusDays(50), SUNDAY.minusDays(20))).owners())
                .isEmpty();
        assertThat(agenda(open("far", SUNDAY.plusDays(29))).owners()).isEmpty();
    }

    @Test
    void saysWhatBecameOfLastWeeks() {
        var before = SUNDAY.minusDays(30);
        var agenda =
                agenda(
                        done("this week", before, SUNDAY.minusDays(1)),
                        done("weeks ago", before, SUNDAY.minusDays(9)),
                        done("after the week", before, SUNDAY.plusDays(1)),
                        new Action("phase", "some day", "owner", before, true, Optional.empty()),
                        open("still open", before));

        assertThat(agenda.lastWeek()).isEqualTo(new LastWeek(3, 1));
        assertThat(agenda.owners().getFirst().done())
                .extracting(Action::text)
                .containsExactly("this week");
        assertThat(agenda.owners().getFirst().late())
                .extracting(Action::text)
                .containsExactly("after the week", "still open");
    }

    @Test
    void phasesCountEveryActionOnce() {
        var agenda =
                agenda(
                        done("a", SUNDAY, SUNDAY),
                        open("b", SUNDAY.minusDays(1)),
                        open("c", SUNDAY.plusDays(300)));

        assertThat(agenda.phases())
                .containsExactly(new Phase("phase", SUNDAY.plusDays(300), 1, 1, 1));
    }

    @Test
    void onlyAnOwnerOfCategoriesHasSomethingAtStakeAndOnlyOwnersOfTheScopeAreMeant() {
        var line = line("owner", "130", "100");
        var actions = List.of(open("own", SUNDAY), foreign());
        var all = ToDos.of(actions, WEEK, List.of(line, line), false);

        assertThat(all.owners().getFirst().atStake()).contains(new BigDecimal("60"));
        assertThat(all.owners().getLast().atStake()).isEmpty();
        var scoped = ToDos.of(actions, WEEK, List.of(line), true);
        assertThat(scoped.owners()).hasSize(1);
        assertThat(scoped.phases()).hasSize(1);
        assertThat(scoped.lastWeek().all()).isEqualTo(1);
        assertThat(ToDos.of(actions, WEEK, List.of(line("owner", "70", "100")), true).owners())
                .singleElement()
                .satisfies(o -> assertThat(o.atStake()).contains(BigDecimal.ZERO));
    }

    private static Line line(String owner, String runRate, String allowed) {
        var standing =
                new Standing.Measured(
                        new BigDecimal(runRate),
                        new BigDecimal(allowed),
                        Standing.Status.BEHIND,
                        new Standing.Pace.Undated(),
                        new Standing.Cut.NotNeeded());
        return new Line(
                "A",
                owner,
                Optional.empty(),
                standing,
                new Outlook(new Outlook.Ahead.TooShort(0), List.of()),
                List.of());
    }

    private static Agenda agenda(Action... actions) {
        return ToDos.of(List.of(actions), WEEK, List.of(), false);
    }

    private static Action open(String text, LocalDate due) {
        return action(text, due, null);
    }

    private static Action done(String text, LocalDate due, LocalDate on) {
        return action(text, due, on);
    }

    private static Action action(String text, LocalDate due, @Nullable LocalDate on) {
        return new Action("phase", text, "owner", due, on != null, Optional.ofNullable(on));
    }

    private static Action foreign() {
        return new Action("other", "foreign", "somebody", SUNDAY, false, Optional.empty());
    }
}
