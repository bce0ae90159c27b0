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
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Builds the lines of the target table and their total.
final class TargetTable {

    /// More would not fit into a mail; the workbook has them all.
    private static final int MOST_SHOWN = 10;

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
        var total = total(totalName, path, drafts, lines);
        var course = new TotalCourse(ledger, cost, asOf).of(total, weeks.getLast());
        return new Assessment.Targets(lines, shown(drafts, lines, path), total, course);
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

    /// All lines, or of many the largest in their order, and one that is the sum of the others.
    private List<Line> shown(List<Draft> drafts, List<Line> lines, Optional<GlidePath> total) {
        if (lines.size() <= MOST_SHOWN) {
            return lines;
        }
        var shown =
                IntStream.range(0, lines.size())
                        .boxed()
                        .sorted(Comparator.comparing((Integer i) -> size(drafts.get(i))).reversed())
                        .limit(MOST_SHOWN - 1)
                        .collect(Collectors.toSet());
        var rest =
                IntStream.range(0, lines.size()).filter(i -> !shown.contains(i)).boxed().toList();
        var brief = new ArrayList<>(shown.stream().sorted().map(lines::get).toList());
        brief.add(rest(rest.stream().map(drafts::get).toList(), total));
        return brief;
    }

    private Line rest(List<Draft> drafts, Optional<GlidePath> total) {
        var path = SumOfPaths.of(drafts.stream().flatMap(d -> d.path().stream()).toList());
        var draft =
                new Draft(
                        "and %s more".formatted(drafts.size()),
                        "",
                        path,
                        sum(drafts.stream().map(Draft::runRate).toList()),
                        Foresight.sum(history, drafts.stream().map(Draft::foresight).toList()));
        return new Line(
                draft.name(),
                draft.owner(),
                path,
                standing(draft.runRate(), path),
                outlook(total, draft::allowedOn, draft.foresight()),
                weeks.stream()
                        .map(
                                w ->
                                        drafts.stream()
                                                .map(d -> cost.of(d.name(), w))
                                                .reduce(BigDecimal.ZERO, BigDecimal::add))
                        .toList());
    }

    private BigDecimal size(Draft draft) {
        return draft.runRate().orElse(BigDecimal.ZERO).abs().max(draft.allowedOn(asOf));
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
