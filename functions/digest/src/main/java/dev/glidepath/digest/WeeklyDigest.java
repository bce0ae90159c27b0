package dev.glidepath.digest;

import dev.glidepath.core.assess.Assess;
import dev.glidepath.core.assess.Finding;
import dev.glidepath.core.assess.Ledger;
import dev.glidepath.core.calendar.Week;
import dev.glidepath.core.cost.ChargeDays;
import dev.glidepath.core.plan.Plan;
import dev.glidepath.digest.workbook.Charges;
import dev.glidepath.digest.workbook.Workbook;
import dev.glidepath.store.Snapshots;
import dev.glidepath.store.evidence.Evidence;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// The weekly digest: load what was known, hold it against the plan, write a letter to each
/// recipient. The same store, plan, week and time give the same letters.
public final class WeeklyDigest {

    private final Snapshots snapshots;
    private final String codeVersion;

    public WeeklyDigest(Snapshots snapshots, String codeVersion) {
        this.snapshots = snapshots;
        this.codeVersion = codeVersion;
    }

    /// @param asOf what the store knew at this time, and nothing later, is looked at
    /// @throws IllegalArgumentException when nothing was collected by then
    public List<Edition> editions(Plan plan, Week week, Instant asOf) {
        var evidence = Evidence.asOf(snapshots, plan.basis(), asOf);
        var range =
                new ChargeDays(week.minus(Ledger.WEEKS_BEFORE).monday(), week.sunday().plusDays(1));
        var compared = new ChargeDays(week.previous().monday(), range.end());
        var ledger =
                evidence.ledger(range)
                        .with(
                                evidence.detail(compared),
                                evidence.earlier(range, LastMail.before(asOf)));
        var provenance =
                new Provenance(
                        asOf,
                        evidence.executions(range),
                        plan.id(),
                        plan.allocation().version(),
                        codeVersion);
        var charges =
                new Charges(
                        week,
                        evidence.charges(compared),
                        ledger.days(),
                        plan.allocation().labels());
        var others = otherRules(evidence.underOtherRules(range, provenance.allocationVersion()));
        return plan.recipients().stream()
                .map(
                        recipient -> {
                            var assessed = Assess.week(plan, week, recipient.scope(), ledger);
                            var finding = others.map(assessed::held).orElse(assessed);
                            var own = charges.within(recipient.scope());
                            return edition(recipient, finding, provenance, own);
                        })
                .toList();
    }

    private static Edition edition(
            Plan.Recipient recipient, Finding assessed, Provenance provenance, Charges charges) {
        var finding =
                Workbook.closes(assessed, provenance, charges)
                        ? assessed
                        : assessed.held(
                                "the charges in detail do not add up to the bill: collect again");
        return new Edition(recipient, finding, DigestWriter.write(finding, provenance, charges));
    }

    private static Optional<String> otherRules(List<String> exports) {
        return exports.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        "other rules than this plan's put charges into categories (%s): collect again with this plan"
                                .formatted(String.join(", ", exports)));
    }

    /// The newest week that was settled at that time.
    public Week newestWeek(Plan plan, Instant asOf) {
        LocalDate through = Evidence.asOf(snapshots, plan.basis(), asOf).settled().through();
        var week = Week.of(through);
        return week.sunday().isAfter(through) ? week.previous() : week;
    }
}
