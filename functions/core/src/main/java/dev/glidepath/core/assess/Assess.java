package dev.glidepath.core.assess;

import dev.glidepath.core.calendar.Week;
import dev.glidepath.core.plan.Category;
import dev.glidepath.core.plan.Plan;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Holds a week's cost against the plan.
public final class Assess {

    private static final int WEEKS_SHOWN = 4;
    private static final String TOTAL = "Total";
    private static final String SCOPE_TOTAL = "Your categories";

    private Assess() {}

    /// @param scope the categories to limit it to; empty for all of them and Unallocated
    /// @throws IllegalArgumentException for a scope that names a category that the plan has not
    public static Finding week(Plan plan, Week week, Collection<String> scope, Ledger ledger) {
        var company = assessment(plan, week, List.of(), ledger);
        var shown =
                scope.isEmpty()
                        ? company
                        : scoped(plan, week, known(scope, plan.categories()), ledger, company);
        var reasons = Reasons.of(ledger, shown, company);
        return reasons.isEmpty() ? new Finding.Sound(shown) : new Finding.Held(shown, reasons);
    }

    private static Assessment scoped(
            Plan plan, Week week, Set<String> scope, Ledger ledger, Assessment company) {
        var own = assessment(plan, week, scope, ledger.within(scope));
        var whole = company.bill().counted();
        var share =
                whole.signum() == 0
                        ? Optional.<BigDecimal>empty()
                        : Optional.of(own.bill().counted().divide(whole, MathContext.DECIMAL64));
        var f = own.frame();
        var frame =
                new Assessment.Frame(
                        f.week(), f.basis(), f.scope(), f.settled(), f.asOf(), f.awaited(), share);
        return new Assessment(
                frame,
                own.targets(),
                own.weeks(),
                own.movers(),
                own.changes(),
                own.bill(),
                own.checks(),
                own.scorecard(),
                Provisioning.of(plan, ledger, scope));
    }

    private static Assessment assessment(
            Plan plan, Week week, Collection<String> scope, Ledger ledger) {
        var basis = plan.basis();
        var asOf = earlier(week.sunday(), ledger.settled().through());
        var weeks = Stream.iterate(week, Week::previous).limit(WEEKS_SHOWN).toList().reversed();
        var categories =
                plan.categories().stream()
                        .filter(c -> scope.isEmpty() || scope.contains(c.name()))
                        .toList();
        var targets =
                new TargetTable(ledger, basis, weeks, asOf)
                        .of(categories, scope.isEmpty(), scope.isEmpty() ? TOTAL : SCOPE_TOTAL);
        var draft =
                new Assessment(
                        new Assessment.Frame(
                                week,
                                basis,
                                scope.isEmpty()
                                        ? List.of()
                                        : categories.stream().map(Category::name).toList(),
                                ledger.settled(),
                                asOf,
                                Awaited.of(ledger, basis, asOf),
                                Optional.empty()),
                        targets,
                        weeks.stream().map(ledger::state).toList(),
                        MoverRanking.of(ledger, basis, week),
                        Changes.of(ledger, basis, week),
                        Bill.of(ledger.lines(week), basis),
                        List.of(),
                        Scoring.of(plan, asOf, ledger, targets, !scope.isEmpty()),
                        Provisioning.of(plan, ledger, Set.copyOf(scope)));
        return withChecks(draft, ledger);
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
