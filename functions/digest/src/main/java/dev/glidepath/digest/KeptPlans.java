package dev.glidepath.digest;

import dev.glidepath.core.plan.Plan;
import dev.glidepath.core.plan.PlanChange;
import dev.glidepath.core.plan.PlanChanges;
import dev.glidepath.core.plan.PlanFile;
import dev.glidepath.store.PlanTexts;

import java.util.List;
import java.util.Optional;

/// The plans of mails of before.
record KeptPlans(PlanTexts texts) {

    /// @throws IllegalArgumentException when it is not kept, or none for this version
    Plan plan(String id) {
        var text =
                texts.read(id)
                        .orElseThrow(
                                () ->
                                        new IllegalArgumentException(
                                                "the plan %s of this receipt is not in this store: name the store that its digest was made from"
                                                        .formatted(id)));
        return switch (PlanFile.read(text, _ -> texts.values(id))) {
            case PlanFile.Valid(var plan, _) -> plan;
            case PlanFile.Faulty(var faults) ->
                    throw new IllegalArgumentException(
                            "the plan %s is none for this version of glidepath (%s): use the version that made the digest"
                                    .formatted(id, faults.getFirst()));
        };
    }

    PlanNews news(Plan now, Letterhead letterhead) {
        var metric = now.basis().metric();
        var other =
                letterhead.lastMail().map(last -> last.planId()).filter(id -> !id.equals(now.id()));
        if (other.isEmpty()) {
            return new PlanNews(metric, List.of(), false);
        }
        Optional<List<PlanChange>> changes =
                other.flatMap(
                                id ->
                                        texts.read(id)
                                                .map(t -> PlanFile.read(t, _ -> texts.values(id))))
                        .filter(PlanFile.Valid.class::isInstance)
                        .map(valid -> PlanChanges.between(((PlanFile.Valid) valid).plan(), now));
        var scope = letterhead.recipient().scope();
        return new PlanNews(
                metric,
                changes.orElse(List.of()).stream().filter(c -> c.concerns(scope)).toList(),
                changes.isEmpty());
    }
}
