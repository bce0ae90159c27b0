package dev.glidepath.digest;

import dev.glidepath.core.cost.Metric;
import dev.glidepath.core.plan.PlanChange;

import java.util.List;

/// What a mail says of the plan itself.
///
/// @param metric that its targets are set in
/// @param changes since this recipient's last mail
/// @param forgotten the plan of then was another, and its text is not kept
public record PlanNews(Metric metric, List<PlanChange> changes, boolean forgotten) {

    public PlanNews {
        changes = List.copyOf(changes);
    }
}
