package dev.glidepath.core.assess;

import dev.glidepath.core.assess.Scorecard.Latest;
import dev.glidepath.core.assess.Scorecard.Origin;
import dev.glidepath.core.assess.Scorecard.Score;
import dev.glidepath.core.assess.Scorecard.Verdict;
import dev.glidepath.core.assess.Scorecard.Versus;
import dev.glidepath.core.plan.GlidePath;
import dev.glidepath.core.plan.GlidePath.Milestone;
import dev.glidepath.core.plan.Measure;
import dev.glidepath.core.plan.Plan;
import dev.glidepath.core.plan.Scope;
import dev.glidepath.core.plan.Source;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/// Holds each measure against the plan, as a cost is. Where higher is better, values and path are
/// negated, so that there is one way to judge.
final class Scoring {

    private static final int WEEK = 7;

    private final Plan plan;
    private final LocalDate asOf;
    private final Values now;
    private final Values before;

    private Scoring(Plan plan, LocalDate asOf, Values now, Values before) {
        this.plan = plan;
        this.asOf = asOf;
        this.now = now;
        this.before = before;
    }

    /// @param targets of everybody, or of the scope's categories
    static Scorecard of(
            Plan plan, LocalDate asOf, Ledger ledger, Assessment.Targets targets, Scope scope) {
        var scoring =
                new Scoring(
                        plan,
                        asOf,
                        new Values(plan, asOf, ledger, Optional.of(targets)),
                        new Values(plan, asOf.minusDays(WEEK), ledger, Optional.empty()));
        return new Scorecard(
                asOf,
                plan.scorecard().measures().stream()
                        .filter(m -> isWithin(scope, m))
                        .map(scoring::score)
                        .toList());
    }

    /// A scope's mail says nothing of the rest of the company.
    private static boolean isWithin(Scope scope, Measure measure) {
        return switch (scope) {
            case Scope.All() -> true;
            case Scope.Categories(var names) ->
                    measure.source() instanceof Source.CostPer(var category, _)
                            && names.contains(category);
            case Scope.Charges _ -> false;
        };
    }

    private Score score(Measure measure) {
        var latest = now.of(measure);
        return new Score(
                measure,
                latest,
                before.of(measure).map(Latest::value),
                verdict(measure, latest),
                latest.flatMap(l -> measure.benchmark().map(b -> versus(measure, l.value(), b))));
    }

    private Verdict verdict(Measure measure, Optional<Latest> latest) {
        var fresh = latest.filter(l -> says(l.origin()));
        if (measure.milestones().isEmpty() && measure.target().isEmpty()) {
            return latest.isPresent()
                    ? new Verdict.NoTarget()
                    : new Verdict.NotEnoughData(plan.basis().start(), Optional.empty());
        }
        if (fresh.isEmpty()) {
            var since = latest.map(Latest::date).orElse(plan.basis().start());
            return new Verdict.NotEnoughData(since, measure.allowedOn(asOf));
        }
        var value = fresh.get().value();
        return measure.path()
                .map(path -> onPath(measure, path, value))
                .orElseGet(() -> new Verdict.Undated(met(measure, value)));
    }

    private static boolean says(Origin origin) {
        return switch (origin) {
            case Origin.Stated(_, boolean fresh) -> fresh;
            case Origin.Metered(int known, _) -> known > 0;
            case Origin.Computed() -> true;
        };
    }

    /// The band is the tolerance's share of the way from the first value to the last target: two
    /// percent of 99.5 % would be no band at all.
    private Verdict onPath(Measure measure, GlidePath path, BigDecimal value) {
        var falling = measure.unit().higherIsBetter() ? negated(path) : path;
        var sign = measure.unit().higherIsBetter() ? BigDecimal.ONE.negate() : BigDecimal.ONE;
        var judged = new Judge(falling, asOf, BigDecimal.ZERO).judge(value.multiply(sign));
        var way = path.last().amount().subtract(path.baseline().amount()).abs();
        var band = way.multiply(plan.basis().tolerance());
        boolean near = judged.gap().abs().compareTo(band) <= 0;
        return new Verdict.OnPath(
                near && judged.status() != Standing.Status.MET
                        ? Standing.Status.ON_TRACK
                        : judged.status(),
                judged.allowed().multiply(sign),
                judged.pace());
    }

    private static GlidePath negated(GlidePath path) {
        return new GlidePath(
                negated(path.baseline()),
                path.milestones().stream().map(Scoring::negated).toList());
    }

    private static Milestone negated(Milestone milestone) {
        return new Milestone(milestone.label(), milestone.date(), milestone.amount().negate());
    }

    /// Dated targets without a first value have no path: the next of them counts.
    private boolean met(Measure measure, BigDecimal value) {
        var target =
                measure.target().orElseGet(() -> new Measure.Target(next(measure).amount(), false));
        int way = better(measure, value, target.value());
        return target.beyond() ? way > 0 : way >= 0;
    }

    private Milestone next(Measure measure) {
        return measure.milestones().stream()
                .filter(m -> !m.date().isBefore(asOf))
                .findFirst()
                .orElseGet(measure.milestones()::getLast);
    }

    /// Above zero when it is.
    private static int better(Measure measure, BigDecimal value, BigDecimal than) {
        return measure.unit().higherIsBetter() ? value.compareTo(than) : than.compareTo(value);
    }

    private static Versus versus(Measure measure, BigDecimal value, BigDecimal benchmark) {
        int way = better(measure, value, benchmark);
        return way == 0 ? Versus.SAME : way > 0 ? Versus.BETTER : Versus.WORSE;
    }
}
