package dev.glidepath.core.figures;

import dev.glidepath.core.assess.Scorecard.Latest;
import dev.glidepath.core.assess.Scorecard.Origin;
import dev.glidepath.core.assess.Scorecard.Score;
import dev.glidepath.core.assess.Scorecard.Verdict;
import dev.glidepath.core.assess.Scorecard.Versus;
import dev.glidepath.core.plan.GlidePath.Milestone;
import dev.glidepath.core.plan.Measure;
import dev.glidepath.core.plan.Measure.Target;
import dev.glidepath.core.plan.Measure.Unit;
import dev.glidepath.core.plan.Source;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// Scores in percent, where higher is better unless said otherwise.
final class Scores {

    static final Origin FRESH = new Origin.Stated(3, true);

    private Scores() {}

    static Measure measure(String group, String name) {
        return new Measure(
                group,
                name,
                new Unit(Unit.Kind.PERCENT, true),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                new Source.Stated());
    }

    static Measure dated(Measure of, String amount) {
        var milestone = new Milestone("6M", LocalDate.of(2026, 7, 1), new BigDecimal(amount));
        return with(of, of.unit(), List.of(milestone), of.target(), of.benchmark(), of.source());
    }

    static Measure undated(boolean higherIsBetter, String amount, boolean beyond) {
        var of = measure("KPIs", "Quality");
        var unit = new Unit(Unit.Kind.PERCENT, higherIsBetter);
        var target = new Target(new BigDecimal(amount), beyond);
        return with(of, unit, List.of(), Optional.of(target), of.benchmark(), of.source());
    }

    static Measure compared(Measure of, String benchmark) {
        var other = Optional.of(new BigDecimal(benchmark));
        return with(of, of.unit(), of.milestones(), of.target(), other, of.source());
    }

    static Measure from(Measure of, Source source) {
        return with(of, of.unit(), of.milestones(), of.target(), of.benchmark(), source);
    }

    private static Measure with(
            Measure of,
            Unit unit,
            List<Milestone> milestones,
            Optional<Target> target,
            Optional<BigDecimal> benchmark,
            Source source) {
        return new Measure(
                of.group(), of.name(), unit, of.stated(), milestones, target, benchmark, source);
    }

    static Score score(Measure measure, String value, Verdict verdict) {
        return score(measure, value, FRESH, verdict);
    }

    static Score score(Measure measure, String value, Origin origin, Verdict verdict) {
        var latest = new Latest(new BigDecimal(value), LocalDate.of(2026, 5, 8), origin);
        return new Score(measure, Optional.of(latest), Optional.empty(), verdict, Optional.empty());
    }

    static Score unknown(Measure measure, Verdict verdict) {
        return new Score(measure, Optional.empty(), Optional.empty(), verdict, Optional.empty());
    }

    static Score before(String value, Score score) {
        return new Score(
                score.measure(),
                score.latest(),
                Optional.of(new BigDecimal(value)),
                score.verdict(),
                score.benchmark());
    }

    static Score against(Versus versus, Score score) {
        return new Score(
                score.measure(),
                score.latest(),
                score.before(),
                score.verdict(),
                Optional.of(versus));
    }
}
