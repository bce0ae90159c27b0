package dev.glidepath.core.figures;

import dev.glidepath.core.assess.Assess;
import dev.glidepath.core.assess.Assessment;
import dev.glidepath.core.assess.Coverage;
import dev.glidepath.core.assess.Ledger;
import dev.glidepath.core.assess.Line;
import dev.glidepath.core.assess.Outlook;
import dev.glidepath.core.assess.Scorecard;
import dev.glidepath.core.assess.Settled;
import dev.glidepath.core.assess.Standing;
import dev.glidepath.core.assess.WeekState;
import dev.glidepath.core.calendar.Week;
import dev.glidepath.core.cost.Metric;
import dev.glidepath.core.plan.Plan;
import dev.glidepath.core.plan.Preferences;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/// What was assessed of a week, as far as a test says it. The week before comes first.
record Assessed(Line total, List<WeekState> weeks, Scorecard scorecard) {

    static final Week WEEK = Week.parse("2026-W19");
    static final Figures DOLLARS = new Figures("USD", 0, Preferences.DEFAULT);

    static Assessed of(Standing standing, String... weeks) {
        return new Assessed(
                line("Total", standing, weeks), List.of(days(7, 7), days(7, 7)), Scorecard.NONE);
    }

    static Line line(String name, Standing standing, String... weeks) {
        return new Line(
                name,
                "",
                Optional.empty(),
                standing,
                new Outlook(new Outlook.Ahead.TooShort(0), List.of()),
                Stream.of(weeks).map(BigDecimal::new).toList());
    }

    static Standing.Measured measured(Standing.Status status, String runRate, String allowed) {
        return new Standing.Measured(
                new BigDecimal(runRate),
                new BigDecimal(allowed),
                status,
                new Standing.Pace.Undated(),
                new Standing.Cut.NotNeeded());
    }

    static WeekState days(int settled, int known) {
        return new WeekState(WEEK, settled, known);
    }

    Assessed in(WeekState before, WeekState week) {
        return new Assessed(total, List.of(before, week), scorecard);
    }

    Assessed with(Scorecard of) {
        return new Assessed(total, weeks, of);
    }

    Assessment assessment() {
        var basis =
                new Plan.Basis(
                        "plan",
                        "USD",
                        LocalDate.of(2026, 1, 1),
                        Metric.EFFECTIVE,
                        new BigDecimal("0.02"),
                        Map.of());
        var settled = new Settled(WEEK.sunday(), Map.of(), List.of());
        var nothing =
                Assess.week(
                                new Plan("id", basis, List.of(), Plan.Scorecard.EMPTY, List.of()),
                                WEEK,
                                List.of(),
                                new Ledger(
                                        new TreeMap<>(),
                                        new Coverage(Map.of(), Set.of()),
                                        settled,
                                        List.of()))
                        .assessment();
        return new Assessment(
                new Assessment.Frame(WEEK, basis, List.of(), settled, WEEK.sunday(), List.of()),
                new Assessment.Targets(List.of(), List.of(), total, Optional.empty()),
                weeks,
                nothing.movers(),
                nothing.changes(),
                nothing.hints(),
                nothing.programme(),
                nothing.bill(),
                List.of(),
                scorecard,
                Optional.empty());
    }
}
