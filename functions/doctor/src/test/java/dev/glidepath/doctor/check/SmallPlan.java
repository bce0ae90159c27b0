package dev.glidepath.doctor.check;

import dev.glidepath.core.plan.Plan;
import dev.glidepath.core.plan.PlanFile;

import java.util.Optional;

/// Of one category and one recipient.
public final class SmallPlan {

    static final String PLAN =
            """
            name: Test
            currency: USD
            start: 2026-01-01
            charge categories: {usage: counted, purchase: counted, tax: counted, credit: counted, adjustment: counted}
            categories:
              - name: Web
                owner: Web
                baseline: 100
                milestones: {12M: 80}
                match: [{tag: {team: web}}]
            recipients: [{email: cfo@acme.com, scope: all}]
            """;

    private SmallPlan() {}

    public static Plan withRecipients(String recipients) {
        return plan(PLAN.replaceAll("(?m)^recipients: .*$", "recipients: " + recipients));
    }

    static Plan plan(String yaml) {
        return switch (PlanFile.read(yaml, _ -> Optional.empty())) {
            case PlanFile.Valid(var plan, _) -> plan;
            case PlanFile.Faulty(var faults) -> throw new AssertionError(faults);
        };
    }
}
