package dev.glidepath.trends;

import dev.glidepath.core.assess.Ledger;
import dev.glidepath.core.plan.Plan;
import dev.glidepath.store.Snapshots;
import dev.glidepath.store.evidence.Evidence;
import dev.glidepath.trends.series.Question;
import dev.glidepath.trends.series.Range;
import dev.glidepath.trends.series.Scope;
import dev.glidepath.trends.series.Summing;
import dev.glidepath.trends.series.Trend;

import java.time.Instant;

/// Cost over time: load the days of the question's range, sum them per period and category, set
/// beside each sum what the glide path allows. The same store, plan, question and time give the
/// same trend.
public final class Trends {

    private static final int MOST_DAYS_OF_AN_ACCOUNT = 400;

    private final Snapshots snapshots;

    public Trends(Snapshots snapshots) {
        this.snapshots = snapshots;
    }

    /// @param asOf what the store knew at this time, and nothing later, is looked at
    /// @throws IllegalArgumentException when nothing was collected by then, for a range that ends
    ///   before it begins or is too long, and for a scope that neither the plan nor a charge names
    public Trend trend(Plan plan, Question question, Instant asOf) {
        var evidence = Evidence.asOf(snapshots, plan.basis(), asOf);
        var range = Range.of(question, evidence.settled().through());
        var ledger = evidence.ledger(range.days());
        return trend(plan, evidence, ledger, range, question.scope(), asOf);
    }

    /// @param ledger has the days of the range
    public static Trend trend(
            Plan plan, Evidence evidence, Ledger ledger, Range range, Scope scope, Instant asOf) {
        var own =
                scope instanceof Scope.Account(var id)
                        ? evidence.ofAccount(few(range).days(), id)
                        : ledger;
        return new Summing(plan, own, range, scope).trend(asOf);
    }

    /// A day of an account is a read of all that the day has.
    private static Range few(Range range) {
        if (range.days().count() > MOST_DAYS_OF_AN_ACCOUNT) {
            throw new IllegalArgumentException(
                    "%d days of an account are too many: ask for at most %d"
                            .formatted(range.days().count(), MOST_DAYS_OF_AN_ACCOUNT));
        }
        return range;
    }
}
