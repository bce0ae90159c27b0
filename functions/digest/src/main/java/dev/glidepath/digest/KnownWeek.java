package dev.glidepath.digest;

import dev.glidepath.core.assess.Assess;
import dev.glidepath.core.assess.Earlier;
import dev.glidepath.core.assess.Finding;
import dev.glidepath.core.assess.Ledger;
import dev.glidepath.core.calendar.Week;
import dev.glidepath.core.cost.ChargeDays;
import dev.glidepath.core.plan.Plan;
import dev.glidepath.core.plan.Scope;
import dev.glidepath.digest.workbook.Charges;
import dev.glidepath.digest.workbook.Workbook;
import dev.glidepath.store.Snapshots;
import dev.glidepath.store.evidence.Evidence;
import dev.glidepath.store.outbox.Mailed;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A week as the store knew it at a time. What all recipients need is read once; what a last mail
/// said, once for each time at which one was made.
final class KnownWeek {

    /// Enough for a run-rate, for the weeks that are shown, and for the whole month before.
    private static final int WEEKS_OF_CHARGES = 9;

    private final KeptPlans plans;
    private final Plan plan;
    private final Week week;
    private final Evidence evidence;
    private final ChargeDays range;
    private final Ledger ledger;
    private final Provenance provenance;
    private final Charges charges;
    private final Map<Instant, Optional<Earlier>> earlier = new HashMap<>();

    KnownWeek(
            Snapshots snapshots,
            KeptPlans plans,
            Plan plan,
            Week week,
            Instant asOf,
            String codeVersion) {
        this.plans = plans;
        this.plan = plan;
        this.week = week;
        this.evidence = Evidence.asOf(snapshots, plan, asOf);
        this.range =
                new ChargeDays(week.minus(Ledger.WEEKS_BEFORE).monday(), week.sunday().plusDays(1));
        var detailed = new ChargeDays(week.minus(Ledger.DETAIL_WEEKS - 1).monday(), range.end());
        var compared = new ChargeDays(week.previous().monday(), range.end());
        var itemised = evidence.detail().itemised(detailed, compared);
        this.ledger =
                evidence.ledger(range)
                        .with(itemised.lines(), Optional.empty())
                        .with(evidence.since(range))
                        .with(evidence.series().measured(range, plan.scorecard().meterings()))
                        .with(evidence.series().estimates(week))
                        .with(evidence.series().recommended(week));
        this.provenance =
                new Provenance(
                        asOf,
                        evidence.executions(range),
                        plan.id(),
                        plan.allocation().version(),
                        codeVersion);
        this.charges = new Charges(week, itemised.charges(), ledger.days(), plan.costCentres());
    }

    Edition edition(Letterhead unplanned) {
        return edition(unplanned, Optional.empty());
    }

    /// @param decided why a person holds it
    Edition edition(Letterhead unplanned, Optional<String> decided) {
        var letterhead = unplanned.with(plans.news(plan, unplanned));
        var recipient = letterhead.recipient();
        var theirs = recipient.preferences().metric().map(plan::in).orElse(plan);
        var own = ledger(recipient.scope(), letterhead.lastMail());
        var book = provenance.to(letterhead);
        var itemised = charges(recipient.scope(), own);
        var assessed = held(assessed(theirs, recipient.scope(), own), book, itemised);
        var finding = decided.map(assessed::held).orElse(assessed);
        return new Edition(recipient, finding, DigestWriter.write(finding, book, itemised));
    }

    private Finding held(Finding assessed, Provenance to, Charges itemised) {
        var finding = otherRules().map(assessed::held).orElse(assessed);
        return Workbook.closes(finding, to, itemised)
                ? finding
                : finding.held("the charges in detail do not add up to the bill: collect again");
    }

    private Finding assessed(Plan theirs, Scope scope, Ledger own) {
        var assessed = Assess.week(theirs, week, scope, own);
        return scope instanceof Scope.Charges ? heldAsAll(assessed, theirs) : assessed;
    }

    /// Of charges by account or tag, the detail is read, and nothing before it: what is of them
    /// only in the totals is not known.
    private Ledger ledger(Scope scope, Optional<Mailed> last) {
        if (scope instanceof Scope.Charges(var rule)) {
            var recent = new ChargeDays(week.minus(WEEKS_OF_CHARGES - 1).monday(), range.end());
            var own = evidence.ledger(recent, rule);
            return own.with(
                            own.detail(),
                            last.flatMap(l -> evidence.earlier(recent, l.asOf(), rule)))
                    .with(ledger.recommended().flatMap(advice -> advice.within(rule)));
        }
        return ledger.with(ledger.detail(), last.flatMap(this::earlier));
    }

    private Charges charges(Scope scope, Ledger own) {
        return switch (scope) {
            case Scope.All() -> charges;
            case Scope.Categories(var names) -> charges.within(names);
            case Scope.Charges(var rule) -> charges.matching(rule, own.days());
        };
    }

    /// What does not close for everybody is not mailed to anybody.
    private Finding heldAsAll(Finding own, Plan theirs) {
        var held = own;
        if (Assess.week(theirs, week, new Scope.All(), ledger)
                instanceof Finding.Held(_, var reasons)) {
            for (var reason : reasons) {
                held =
                        held instanceof Finding.Held(_, var known) && known.contains(reason)
                                ? held
                                : held.held(reason);
            }
        }
        return held;
    }

    private Optional<Earlier> earlier(Mailed last) {
        return earlier.computeIfAbsent(last.asOf(), at -> evidence.earlier(range, at));
    }

    private Optional<String> otherRules() {
        List<String> exports =
                evidence.underOtherRules(
                        evidence.sinceStart(range), provenance.allocationVersion());
        return exports.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        "other rules than this plan's put charges into categories (%s): collect again with this plan"
                                .formatted(String.join(", ", exports)));
    }
}
