package dev.glidepath.doctor.check;

import dev.glidepath.core.cost.ChargeDays;
import dev.glidepath.core.cost.Dimensions;
import dev.glidepath.core.plan.Plan;
import dev.glidepath.doctor.Check;
import dev.glidepath.doctor.Findings;
import dev.glidepath.store.Recorded;
import dev.glidepath.store.Snapshots;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.TreeSet;

/// Whether what was collected is new and fits the plan.
public record SnapshotCheck(Snapshots snapshots, Plan plan, Instant now) implements Check {

    private static final int DAYS_OF_LABELS = 7;

    @Override
    public void look(Findings findings) {
        var executions = snapshots.executions(now);
        if (executions.isEmpty()) {
            findings.problem(
                    "newest",
                    "nothing was collected yet",
                    "A digest has nothing to say.",
                    "./glidepath backfill --from YYYY-MM --to YYYY-MM, or wait for the first"
                            + " delivery");
            return;
        }
        newest(findings, executions);
        findings.attempt("rules", () -> rules(findings, executions));
        findings.attempt("labels", () -> labels(findings, executions));
    }

    private void newest(Findings findings, List<Recorded> executions) {
        var last = executions.stream().map(Recorded::recordedAt).max(Comparator.naturalOrder());
        var age = Duration.between(last.orElseThrow(), now);
        var what = "the newest snapshot is " + Ages.words(age);
        if (age.compareTo(ExportCheck.LATE) < 0) {
            findings.fine("newest", what);
        } else {
            findings.warning(
                    "newest",
                    what,
                    "What was spent since is not known, and the digest of the week is held.",
                    "look at the export's findings, then collect: the stack's output Backfill, or"
                            + " ./glidepath collect");
        }
    }

    /// Only the newest execution of a billing period counts.
    private void rules(Findings findings, List<Recorded> executions) {
        var version = plan.allocation().version();
        var others = new TreeSet<String>();
        executions.stream()
                .filter(r -> !r.allocation().equals(version))
                .forEach(r -> others.add(r.execution().id().billingPeriod().toString()));
        if (others.isEmpty()) {
            findings.fine("rules", "all billing periods are in the plan's categories");
        } else {
            findings.problem(
                    "rules",
                    "the charges of %s were put into categories by other rules than the plan's"
                            .formatted(String.join(", ", others)),
                    "Weeks that they are of are held.",
                    "./glidepath backfill --from %s --to %s"
                            .formatted(others.first(), others.last()));
        }
    }

    private void labels(Findings findings, List<Recorded> executions) {
        var wanted = new TreeSet<>(plan.allocation().labels());
        wanted.remove(Dimensions.OWN);
        var last =
                executions.stream()
                        .filter(r -> !r.days().isEmpty())
                        .map(r -> r.days().lastKey())
                        .max(Comparator.naturalOrder());
        if (wanted.isEmpty() || last.isEmpty()) {
            return;
        }
        wanted.removeAll(seen(last.get()));
        if (wanted.isEmpty()) {
            findings.fine("labels", "charges carry all tags and cost categories of the rules");
        } else {
            findings.warning(
                    "labels",
                    "no charge of the %d days to %s carries %s"
                            .formatted(DAYS_OF_LABELS, last.get(), String.join(", ", wanted)),
                    "Rules that look at it match nothing, and its cost is Unallocated.",
                    "activate it as a cost allocation tag: aws ce"
                            + " update-cost-allocation-tags-status"
                            + " --cost-allocation-tags-status TagKey=KEY,Status=Active; or correct"
                            + " its spelling in the plan");
        }
    }

    private HashSet<String> seen(LocalDate last) {
        var seen = new HashSet<String>();
        var range = new ChargeDays(last.minusDays(DAYS_OF_LABELS - 1), last.plusDays(1));
        snapshots
                .asOf(now)
                .eachDetail(
                        range,
                        (_, lines) ->
                                lines.forEach(
                                        line -> seen.addAll(line.dimensions().labels().keySet())));
        return seen;
    }
}
