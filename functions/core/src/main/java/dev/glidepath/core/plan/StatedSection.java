package dev.glidepath.core.plan;

import java.util.List;

/// Reads `stated`: totals that the plan's document states and that are computed here. Nothing but
/// the notes depends on them.
final class StatedSection {

    private StatedSection() {}

    static void read(Fields file, Draft draft) {
        var stated = file.fields("stated", Section.STATED);
        stated.flatMap(s -> s.fields("total", Section.STATED_TOTAL))
                .ifPresent(total -> total(total, draft));
        stated.flatMap(s -> s.fields("initiatives", Section.STATED_INITIATIVES))
                .ifPresent(initiatives -> initiatives(initiatives, draft));
    }

    private static void total(Fields total, Draft draft) {
        total.read("baseline", draft.monthly())
                .ifPresent(
                        amount ->
                                draft.claim(
                                        total.mark("baseline"),
                                        plan ->
                                                CostChecks.total(
                                                        plan,
                                                        "baseline",
                                                        plan.basis().start(),
                                                        amount)));
        for (var dated : draft.dated(total.entries("milestones"), draft.monthly())) {
            var due = dated.due();
            draft.claim(
                    dated.mark(),
                    plan -> CostChecks.total(plan, due.label(), due.date(), dated.value()));
        }
        total.read("reduction", TextForm::percent)
                .ifPresent(
                        percent ->
                                draft.claim(
                                        total.mark("reduction"),
                                        plan -> CostChecks.totalReduction(plan, percent)));
    }

    private static void initiatives(Fields all, Draft draft) {
        all.read("priority", InitiativesSection.PRIORITY)
                .ifPresent(
                        priority ->
                                draft.claim(
                                        all.mark("priority"),
                                        plan -> InitiativeChecks.priority(plan, priority)));
        for (var key : List.of("investment", "saving")) {
            all.read(key, draft.amount())
                    .ifPresent(
                            amount ->
                                    draft.claim(
                                            all.mark(key),
                                            plan -> InitiativeChecks.sum(plan, key, amount)));
        }
        for (var key : List.of("investment months", "months")) {
            all.read(key, TextForm::months)
                    .ifPresent(
                            months ->
                                    draft.claim(
                                            all.mark(key),
                                            plan -> InitiativeChecks.longest(plan, months)));
        }
        for (var key : List.of("investment roi", "roi")) {
            all.read(key, TextForm::percent)
                    .ifPresent(
                            percent ->
                                    draft.claim(
                                            all.mark(key),
                                            plan -> InitiativeChecks.roiOfAll(plan, percent)));
        }
    }
}
