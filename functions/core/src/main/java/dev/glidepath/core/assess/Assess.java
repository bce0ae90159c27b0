package dev.glidepath.core.assess;

import dev.glidepath.core.calendar.Week;
import dev.glidepath.core.cost.CostLine;
import dev.glidepath.core.plan.Category;
import dev.glidepath.core.plan.Plan;
import dev.glidepath.core.plan.Scope;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Holds a week's cost against the plan.
public final class Assess {

    private static final int WEEKS_SHOWN = 4;
    private static final String TOTAL = "Total";
    private static final String SCOPE_TOTAL = "Your categories";
    private static final String CHARGES_TOTAL = "Your charges";

    private Assess() {}

    /// @param scope the categories to limit it to; empty for all of them and Unallocated
    /// @throws IllegalArgumentException for a scope that names a category that the plan has not
    public static Finding week(Plan plan, Week week, Collection<String> scope, Ledger ledger) {
        return week(plan, week, Scope.of(List.copyOf(scope)), ledger);
    }

    /// @param ledger of everything; for [Scope.Charges], of those charges only
    /// @throws IllegalArgumentException for a scope that names a category that the plan has not
    public static Finding week(Plan plan, Week week, Scope scope, Ledger ledger) {
        var shown = assessment(plan, week, scope, ledger);
        var whole =
                scope instanceof Scope.Categories
                        ? assessment(plan, week, new Scope.All(), ledger)
                        : shown;
        var reasons = Reasons.of(ledger, shown, whole);
        return reasons.isEmpty() ? new Finding.Sound(shown) : new Finding.Held(shown, reasons);
    }

    private static Assessment assessment(Plan plan, Week week, Scope scope, Ledger all) {
        var ledger =
                scope instanceof Scope.Categories(var names)
                        ? all.within(known(names, plan.categories()))
                        : all;
        var basis = plan.basis();
        var asOf = earlier(week.sunday(), ledger.settled().through());
        var weeks = Stream.iterate(week, Week::previous).limit(WEEKS_SHOWN).toList().reversed();
        var targets = targets(plan, scope, ledger, new TargetTable(ledger, basis, weeks, asOf));
        var draft =
                new Assessment(
                        new Assessment.Frame(
                                week,
                                basis,
                                scope.words(),
                                ledger.settled(),
                                asOf,
                                Awaited.of(ledger, basis, asOf)),
                        targets,
                        weeks.stream().map(ledger::state).toList(),
                        MoverRanking.of(ledger, basis, week),
                        Changes.of(ledger, basis, week),
                        Hints.of(ledger, plan, week, asOf),
                        programme(plan, week, scope, ledger, targets.lines()),
                        Bill.of(ledger.lines(week), basis),
                        List.of(),
                        Scoring.of(plan, asOf, ledger, targets, scope),
                        Provisioning.of(plan, all, scope));
        return withChecks(draft, ledger);
    }

    private static Programme programme(
            Plan plan, Week week, Scope scope, Ledger ledger, List<Line> lines) {
        var asOf = earlier(week.sunday(), ledger.settled().through());
        var savings = Saved.of(ledger, plan.basis(), asOf);
        var scorecard = plan.scorecard();
        return switch (scope) {
            case Scope.All() ->
                    new Programme(
                            savings,
                            new Returns(scorecard.initiatives(), savings, asOf).of(List.of()),
                            ToDos.of(scorecard.actions(), week, lines, false));
            case Scope.Categories(var names) ->
                    new Programme(
                            savings,
                            new Returns(scorecard.initiatives(), savings, asOf).of(names),
                            ToDos.of(scorecard.actions(), week, lines, true));
            case Scope.Charges _ ->
                    new Programme(savings, List.of(), ToDos.of(List.of(), week, lines, true));
        };
    }

    private static Assessment.Targets targets(
            Plan plan, Scope scope, Ledger ledger, TargetTable table) {
        return switch (scope) {
            case Scope.All() -> table.of(plan.categories(), true, TOTAL);
            case Scope.Categories(var names) ->
                    table.of(
                            plan.categories().stream()
                                    .filter(c -> names.contains(c.name()))
                                    .toList(),
                            false,
                            SCOPE_TOTAL);
            case Scope.Charges _ ->
                    table.withoutTargets(categories(plan.categories(), ledger), CHARGES_TOTAL);
        };
    }

    /// Those that the lines are in, as the plan orders them.
    private static List<String> categories(List<Category> categories, Ledger ledger) {
        var found =
                ledger.days().values().stream()
                        .flatMap(List::stream)
                        .map(CostLine::category)
                        .collect(Collectors.toCollection(TreeSet::new));
        return Stream.concat(
                        categories.stream().map(Category::name), Stream.of(CostLine.UNALLOCATED))
                .filter(found::contains)
                .toList();
    }

    private static Assessment withChecks(Assessment draft, Ledger ledger) {
        var checks = new ArrayList<>(CrossFoot.of(ledger, draft.frame().basis(), draft));
        checks.addAll(ledger.sums());
        return new Assessment(
                draft.frame(),
                draft.targets(),
                draft.weeks(),
                draft.movers(),
                draft.changes(),
                draft.hints(),
                draft.programme(),
                draft.bill(),
                checks,
                draft.scorecard(),
                draft.provisional());
    }

    private static Set<String> known(Collection<String> scope, List<Category> categories) {
        var names = categories.stream().map(Category::name).collect(Collectors.toSet());
        for (var name : scope) {
            if (!names.contains(name)) {
                throw new IllegalArgumentException(
                        "the scope names \"%s\", which is no category of the plan: use one of %s"
                                .formatted(name, String.join(", ", new TreeSet<>(names))));
            }
        }
        return Set.copyOf(scope);
    }

    private static LocalDate earlier(LocalDate a, LocalDate b) {
        return a.isBefore(b) ? a : b;
    }
}
