package dev.glidepath.core.plan;

import dev.glidepath.core.plan.GlidePath.Milestone;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Compares measures that the plan states in two places.
final class MeasureChecks {

    private MeasureChecks() {}

    static Draft.Check sameAs(Measure measure, String reference) {
        return plan ->
                find(plan, reference)
                        .filter(other -> !agree(measure, other))
                        .map(
                                other ->
                                        "%s is %s here and %s in %s"
                                                .formatted(
                                                        measure.name(),
                                                        said(measure, plan),
                                                        said(other, plan),
                                                        reference));
    }

    /// The measure says by how many percent another changes.
    static Draft.Check changeOf(Measure measure, String reference) {
        return plan -> {
            var path =
                    reference.equals("total")
                            ? Optional.of(plan.total())
                            : find(plan, reference).flatMap(Measure::path);
            return path.filter(p -> p.baseline().amount().signum() != 0)
                    .filter(p -> asked(measure).noneMatch(asked -> comesAbout(asked, p)))
                    .map(p -> changes(measure, reference, p, plan));
        };
    }

    static Optional<Measure> find(Plan plan, String reference) {
        return plan.scorecard().measures().stream()
                .filter(m -> m.reference().equals(reference))
                .findFirst();
    }

    private static boolean agree(Measure measure, Measure other) {
        boolean current =
                measure.stated().isEmpty()
                        || other.stated().isEmpty()
                        || equal(
                                measure.stated().getFirst().value(),
                                other.stated().getFirst().value());
        boolean dated =
                measure.milestones().stream()
                        .allMatch(
                                m ->
                                        other.milestones().stream()
                                                .filter(o -> o.date().equals(m.date()))
                                                .allMatch(o -> equal(m.amount(), o.amount())));
        boolean undated =
                measure.target()
                        .map(t -> !t.beyond() && asked(other).anyMatch(a -> equal(a, t.value())))
                        .orElse(true);
        return measure.unit().kind() == other.unit().kind() && current && dated && undated;
    }

    private static boolean equal(BigDecimal a, BigDecimal b) {
        return a.compareTo(b) == 0;
    }

    private static Stream<BigDecimal> asked(Measure measure) {
        return Stream.concat(
                measure.milestones().stream().map(Milestone::amount),
                measure.target().map(Measure.Target::value).stream());
    }

    private static boolean comesAbout(BigDecimal asked, GlidePath path) {
        return path.milestones().stream()
                .map(m -> CostChecks.change(path.baseline().amount(), m.amount()).abs())
                .anyMatch(change -> CostChecks.same(asked, change));
    }

    private static String changes(Measure measure, String reference, GlidePath path, Plan plan) {
        return "%s is %s here; %s changes by %s"
                .formatted(
                        measure.name(),
                        said(measure, plan),
                        reference.equals("total") ? "the total of the categories" : reference,
                        path.milestones().stream()
                                .map(m -> change(path, m))
                                .collect(Collectors.joining(", ")));
    }

    private static String change(GlidePath path, Milestone milestone) {
        var change = CostChecks.change(path.baseline().amount(), milestone.amount());
        return Shown.percent(change, 1) + " at " + milestone.label();
    }

    /// `75% now, 85% at 6M, 90% at 12M`.
    private static String said(Measure measure, Plan plan) {
        var kind = measure.unit().kind();
        var currency = plan.basis().currency();
        var now =
                measure.stated().stream()
                        .limit(1)
                        .map(s -> Shown.value(kind, s.value(), currency) + " now");
        var dated =
                measure.milestones().stream()
                        .map(m -> Shown.value(kind, m.amount(), currency) + " at " + m.label());
        var target =
                measure.target().stream()
                        .map(
                                t ->
                                        (t.beyond() ? beyond(measure) : "")
                                                + Shown.value(kind, t.value(), currency));
        return List.of(now, dated, target).stream()
                .flatMap(parts -> parts)
                .collect(Collectors.joining(", "));
    }

    private static String beyond(Measure measure) {
        return measure.unit().higherIsBetter() ? "above " : "below ";
    }
}
