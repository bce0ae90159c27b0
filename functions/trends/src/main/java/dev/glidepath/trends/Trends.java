package dev.glidepath.trends;

import dev.glidepath.core.assess.Ledger;
import dev.glidepath.core.cost.ChargeDays;
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
        var own = own(evidence, ledger, range, question.scope());
        return new Summing(plan, own, range, question.scope()).trend(asOf);
    }

    /// What the scope is summed from: an account is in the detail only. The days of the month that
    /// is not settled are there too.
    ///
    /// @param ledger has the days of the range
    public static Ledger own(Evidence evidence, Ledger ledger, Range range, Scope scope) {
        if (!(scope instanceof Scope.Account(var id))) {
            return ledger;
        }
        var few = few(range).days();
        var month = ledger.settled().through().withDayOfMonth(1);
        var from = month.isBefore(few.start()) ? month : few.start();
        return evidence.ofAccount(new ChargeDays(from, few.end()), id).with(ledger.estimates());
    }

    /// A day of an account is found among all that the day has.
    private static Range few(Range range) {
        if (range.days().count() > MOST_DAYS_OF_AN_ACCOUNT) {
            throw new IllegalArgumentException(
                    "%d days of an account are too many: ask for at most %d"
                            .formatted(range.days().count(), MOST_DAYS_OF_AN_ACCOUNT));
        }
        return range;
    }
}
