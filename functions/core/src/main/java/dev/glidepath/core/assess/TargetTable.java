package dev.glidepath.core.assess;

import dev.glidepath.core.assess.Outlook.Due;
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

    private final Ledger ledger;
    private final Plan.Basis basis;
    private final CountedCost cost;
    private final List<Week> weeks;
    private final History history;
    private final LocalDate asOf;
    private final int knownDays;

    TargetTable(Ledger ledger, Plan.Basis basis, List<Week> weeks, LocalDate asOf) {
        this.ledger = ledger;
        this.basis = basis;
        this.cost = new CountedCost(ledger, basis);
        this.weeks = weeks;
        this.history = History.of(ledger, weeks.getLast(), asOf);
        this.asOf = asOf;
        this.knownDays = ledger.knownDays(asOf.minusDays(RunRate.DAYS - 1L), asOf);
    }

    private record Draft(
            String name,
            String owner,
            Optional<GlidePath> path,
            Optional<BigDecimal> runRate,
            Foresight foresight) {

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
        return targets(
                drafts,
                SumOfPaths.of(categories.stream().map(Category::target).toList()),
                totalName);
    }

    Assessment.Targets withoutTargets(List<String> categories, String totalName) {
        var drafts = categories.stream().map(name -> draft(name, "", Optional.empty())).toList();
        return targets(drafts, Optional.empty(), totalName);
    }

    private Assessment.Targets targets(
            List<Draft> drafts, Optional<GlidePath> path, String totalName) {
        var lines = drafts.stream().map(d -> line(d, path)).toList();
        return new Assessment.Targets(lines, total(totalName, path, drafts, lines));
    }

    private Draft draft(String name, String owner, Optional<GlidePath> path) {
        var costs = history.costs(ledger, basis, cost, name);
        return new Draft(name, owner, path, runRate(name), Foresight.of(history, costs));
    }

    private Line line(Draft draft, Optional<GlidePath> total) {
        return new Line(
                draft.name(),
                draft.owner(),
                draft.path(),
                standing(draft.runRate(), draft.path()),
                outlook(total, draft::allowedOn, draft.foresight()),
                weeks.stream().map(w -> cost.of(draft.name(), w)).toList());
    }

    private Line total(
            String name, Optional<GlidePath> path, List<Draft> drafts, List<Line> lines) {
        var runRate = sum(drafts.stream().map(Draft::runRate).toList());
        Function<LocalDate, BigDecimal> allowed =
                day -> path.map(p -> p.allowedOn(day)).orElse(BigDecimal.ZERO);
        var foresight = Foresight.sum(history, drafts.stream().map(Draft::foresight).toList());
        return new Line(
                name,
                "",
                path,
                standing(runRate, path),
                outlook(path, allowed, foresight),
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

    private static Outlook outlook(
            Optional<GlidePath> total,
            Function<LocalDate, BigDecimal> allowed,
            Foresight foresight) {
        var dues =
                total.map(GlidePath::milestones).orElse(List.of()).stream()
                        .map(
                                m ->
                                        new Due(
                                                m.label(),
                                                m.date(),
                                                allowed.apply(m.date()),
                                                foresight.on(m.date())))
                        .toList();
        return new Outlook(foresight.ahead(), dues);
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
