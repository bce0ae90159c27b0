package dev.glidepath.core.figures;

import dev.glidepath.core.assess.Assessment;
import dev.glidepath.core.assess.Line;
import dev.glidepath.core.assess.Standing;
import dev.glidepath.core.assess.Standing.Status;
import dev.glidepath.core.assess.WeekState;

import java.math.BigDecimal;
import java.math.MathContext;

/// The one sentence that says how the week went and where that leaves the plan.
public final class Sentence {

    private Sentence() {}

    public static String of(Assessment assessment, Figures figures) {
        var total = assessment.targets().total();
        return spent(assessment, figures) + against(assessment, total, figures);
    }

    private static String spent(Assessment assessment, Figures figures) {
        var weeks = assessment.targets().total().weeks();
        var state = assessment.weeks().getLast();
        var number = state.week().number();
        int days = Math.min(state.settledDays(), state.knownDays());
        if (days == 0) {
            return "No day of week %s is settled and known yet".formatted(number);
        }
        var cost = figures.round(weeks.getLast());
        var amount = figures.money(cost.abs());
        var spent =
                cost.signum() < 0
                        ? "Credits and refunds exceeded cost by %s in week %s"
                        : "You spent %s in week %s";
        if (!state.complete()) {
            return (spent + ", of which %s of 7 days are settled and known")
                    .formatted(amount, number, days);
        }
        var before = assessment.weeks().get(assessment.weeks().size() - 2);
        return spent.formatted(amount, number)
                + change(before, figures.round(weeks.get(weeks.size() - 2)), cost, figures);
    }

    private static String change(WeekState before, BigDecimal was, BigDecimal is, Figures figures) {
        if (!before.complete()) {
            return "";
        }
        var change = is.subtract(was);
        if (change.signum() == 0) {
            return ", the same as the week before";
        }
        var share =
                was.signum() > 0
                        ? " (%s)"
                                .formatted(
                                        figures.percent(
                                                change.abs().divide(was, MathContext.DECIMAL64)))
                        : "";
        return ", %s %s%s on the week before"
                .formatted(change.signum() > 0 ? "up" : "down", figures.money(change.abs()), share);
    }

    private static String against(Assessment assessment, Line total, Figures figures) {
        return switch (total.standing()) {
            case Standing.Measured m -> measured(assessment, m, figures);
            case Standing.NoTarget(var runRate) ->
                    "; the run-rate is %s a month, and the plan sets no target."
                            .formatted(figures.money(runRate));
            case Standing.NotEnoughData _ ->
                    "; there is not enough data yet to hold a run-rate against the plan.";
        };
    }

    private static String measured(Assessment assessment, Standing.Measured m, Figures figures) {
        var gap = Gap.of(m, figures);
        var side =
                gap.signum() == 0
                        ? "exactly"
                        : figures.money(gap.abs()) + (gap.signum() > 0 ? " above" : " below");
        var frame = assessment.frame();
        var band =
                m.status() == Status.ON_TRACK
                        ? ", inside the band of " + figures.percent(frame.basis().tolerance())
                        : "";
        return "; the run-rate of %s a month is %s the %s that the plan allows on %s%s."
                .formatted(
                        figures.money(m.runRate()),
                        side,
                        figures.money(m.allowed()),
                        Days.withoutYear(frame.asOf()),
                        band);
    }
}
