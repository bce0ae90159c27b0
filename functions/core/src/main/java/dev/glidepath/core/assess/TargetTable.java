package dev.glidepath.core.assess;

import dev.glidepath.core.assess.Outlook.Due;
import dev.glidepath.core.assess.Outlook.Trend;
import dev.glidepath.core.calendar.Week;
import dev.glidepath.core.cost.CostLine;
import dev.glidepath.core.plan.Category;
import dev.glidepath.core.plan.GlidePath;
import dev.glidepath.core.plan.Plan;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/// Builds the lines of the target table and their total.
final class TargetTable {

    private final Plan.Basis basis;
    private final CountedCost cost;
    private final List<Week> weeks;
    private final List<Week> trendWeeks;
    private final LocalDate asOf;
    private final int knownDays;

    TargetTable(Ledger ledger, Plan.Basis basis, List<Week> weeks, LocalDate asOf) {
        this.basis = basis;
        this.cost = new CountedCost(ledger, basis);
        this.weeks = weeks;
        this.trendWeeks = Projection.completeWeeks(ledger, weeks.getLast());
        this.asOf = asOf;
        this.knownDays = ledger.knownDays(asOf.minusDays(RunRate.DAYS - 1L), asOf);
    }

    private record Draft(String name, String owner, Optional<GlidePath> path, Projection ahead) {

        BigDecimal allowedOn(LocalDate day) {
            return path.map(p -> p.allowedOn(day)).orElse(BigDecimal.ZERO);
        }
    }

    Assessment.Targets of(List<Category> categories, boolean unallocated, String totalName) {
        var drafts = new ArrayList<Draft>();
        categories.forEach(c -> drafts.add(draft(c.name(), c.owner(), Optional.of(c.target()))));
        if (unallocated) {
            drafts.add(draft(CostLine.UNALLOCATED, "", Optional.empty()));
        }
        var path = SumOfPaths.of(categories.stream().map(Category::target).toList());
        var lines = drafts.stream().map(d -> line(d, path)).toList();
        return new Assessment.Targets(lines, total(totalName, path, drafts, lines));
    }

    private Draft draft(String name, String owner, Optional<GlidePath> path) {
        var trend = Projection.trend(cost, name, trendWeeks);
        return new Draft(name, owner, path, new Projection(runRate(name), asOf, trend));
    }

    private Line line(Draft draft, Optional<GlidePath> total) {
        return new Line(
                draft.name(),
                draft.owner(),
                draft.path(),
                standing(draft.ahead().runRate(), draft.path()),
                new Outlook(
                        draft.ahead().trend(), dues(total, draft::allowedOn, draft.ahead()::on)),
                weeks.stream().map(w -> cost.of(draft.name(), w)).toList());
    }

    private Line total(
            String name, Optional<GlidePath> path, List<Draft> drafts, List<Line> lines) {
        var runRate = sum(drafts.stream().map(d -> d.ahead().runRate()).toList());
        Function<LocalDate, BigDecimal> allowed =
                day -> path.map(p -> p.allowedOn(day)).orElse(BigDecimal.ZERO);
        Function<LocalDate, Optional<BigDecimal>> projected =
                day -> sum(drafts.stream().map(d -> d.ahead().on(day)).toList());
        return new Line(
                name,
                "",
                path,
                standing(runRate, path),
                new Outlook(new Trend.OfLines(), dues(path, allowed, projected)),
                IntStream.range(0, weeks.size())
                        .mapToObj(
                                i ->
                                        lines.stream()
                                                .map(l -> l.weeks().get(i))
                                                .reduce(BigDecimal.ZERO, BigDecimal::add))
                        .toList());
    }

    private Optional<BigDecimal> runRate(String category) {
        return knownDays < RunRate.DAYS
                ? Optional.empty()
                : Optional.of(
                        RunRate.perMonth(
                                cost.of(category, asOf.minusDays(RunRate.DAYS - 1L), asOf),
                                RunRate.DAYS));
    }

    private Standing standing(Optional<BigDecimal> runRate, Optional<GlidePath> path) {
        if (runRate.isEmpty()) {
            return new Standing.NotEnoughData(knownDays, path.map(p -> p.allowedOn(asOf)));
        }
        return path.<Standing>map(p -> new Judge(p, asOf, basis.tolerance()).judge(runRate.get()))
                .orElseGet(() -> new Standing.NoTarget(runRate.get()));
    }

    private static List<Due> dues(
            Optional<GlidePath> path,
            Function<LocalDate, BigDecimal> allowed,
            Function<LocalDate, Optional<BigDecimal>> projected) {
        return path.map(GlidePath::milestones).orElse(List.of()).stream()
                .map(
                        m ->
                                new Due(
                                        m.label(),
                                        m.date(),
                                        allowed.apply(m.date()),
                                        projected.apply(m.date())))
                .toList();
    }

    /// Empty when one of them is.
    private static Optional<BigDecimal> sum(List<Optional<BigDecimal>> amounts) {
        return amounts.stream().allMatch(Optional::isPresent)
                ? Optional.of(
                        amounts.stream()
                                .flatMap(Optional::stream)
                                .reduce(BigDecimal.ZERO, BigDecimal::add))
                : Optional.empty();
    }
}
