package dev.glidepath.trends;

import dev.glidepath.core.plan.Plan;
import dev.glidepath.store.Snapshots;
import dev.glidepath.store.evidence.Evidence;
import dev.glidepath.trends.series.Question;
import dev.glidepath.trends.series.Range;
import dev.glidepath.trends.series.Summing;
import dev.glidepath.trends.series.Trend;

import java.time.Instant;

/// Cost over time: load the days of the question's range, sum them per period and category, set
/// beside each sum what the glide path allows. The same store, plan, question and time give the
/// same trend.
public final class Trends {

    private final Snapshots snapshots;

    public Trends(Snapshots snapshots) {
        this.snapshots = snapshots;
    }

    /// @param asOf what the store knew at this time, and nothing later, is looked at
    /// @throws IllegalArgumentException when nothing was collected by then, for a range that ends
    ///   before it begins, and for a category that neither the plan nor a charge names
    public Trend trend(Plan plan, Question question, Instant asOf) {
        var evidence = Evidence.asOf(snapshots, plan.basis(), asOf);
        var range = Range.of(question, evidence.settled().through());
        var ledger = evidence.ledger(range.days());
        return new Summing(plan, ledger, range).trend(question.scope(), asOf);
    }
}
