package dev.glidepath.digest;

import dev.glidepath.core.assess.Assess;
import dev.glidepath.core.calendar.Week;
import dev.glidepath.core.plan.Plan;
import dev.glidepath.store.Snapshots;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

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
        var evidence = Evidence.load(snapshots, plan, week, asOf);
        var provenance =
                new Provenance(
                        asOf,
                        evidence.executions(),
                        plan.id(),
                        plan.allocation().version(),
                        codeVersion);
        return plan.recipients().stream()
                .map(
                        recipient -> {
                            var finding =
                                    Assess.week(plan, week, recipient.scope(), evidence.ledger());
                            return new Edition(
                                    recipient, finding, DigestWriter.write(finding, provenance));
                        })
                .toList();
    }

    /// The newest week that was settled at that time.
    public Week newestWeek(Plan plan, Instant asOf) {
        LocalDate through = Evidence.settled(snapshots, plan, asOf).through();
        var week = Week.of(through);
        return week.sunday().isAfter(through) ? week.previous() : week;
    }
}
