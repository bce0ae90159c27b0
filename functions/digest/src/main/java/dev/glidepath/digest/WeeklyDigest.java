package dev.glidepath.digest;

import dev.glidepath.core.calendar.Week;
import dev.glidepath.core.plan.Plan;
import dev.glidepath.core.plan.Scope;
import dev.glidepath.store.PlanTexts;
import dev.glidepath.store.Snapshots;
import dev.glidepath.store.evidence.Evidence;
import dev.glidepath.store.outbox.Outbox;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/// The weekly digest: load what was known, hold it against the plan, write a letter to each
/// recipient. The same store, plan, week, time and last mails give the same letters.
public final class WeeklyDigest {

    private final Snapshots snapshots;
    private final Outbox outbox;
    private final KeptPlans plans;
    private final String codeVersion;

    public WeeklyDigest(Snapshots snapshots, Outbox outbox, PlanTexts plans, String codeVersion) {
        this.snapshots = snapshots;
        this.outbox = outbox;
        this.plans = new KeptPlans(plans);
        this.codeVersion = codeVersion;
    }

    /// @param asOf what the store knew at this time, and nothing later, is looked at
    /// @throws IllegalArgumentException when nothing was collected by then
    public List<Edition> editions(Plan plan, Week week, Instant asOf) {
        var all = plan.recipients().stream().map(Plan.Recipient::email).toList();
        return editions(plan, week, all, asOf).toList();
    }

    /// The same of some addresses, each written when it is its turn: the mails of many recipients
    /// are not in memory together.
    public Stream<Edition> editions(Plan plan, Week week, Collection<String> to, Instant asOf) {
        var known = new KnownWeek(snapshots, plans, plan, week, asOf, codeVersion);
        var missed = missed(plan, week, asOf);
        var hold = outbox.hold(week).map(h -> h.words(week));
        return plan.recipients().stream()
                .filter(recipient -> to.contains(recipient.email()))
                .map(recipient -> letterhead(recipient, week, asOf, missed))
                .map(letterhead -> known.edition(letterhead, hold));
    }

    /// Addresses are shown to those who get everything.
    private Letterhead letterhead(
            Plan.Recipient recipient, Week week, Instant asOf, List<Unread> missed) {
        return new Letterhead(
                recipient,
                outbox.lastMail(week, recipient.email(), asOf),
                recipient.scope() instanceof Scope.All ? missed : List.of());
    }

    private List<Unread> missed(Plan plan, Week week, Instant asOf) {
        return plan.recipients().stream()
                .flatMap(recipient -> outbox.newest(week, recipient.email()).stream())
                .flatMap(mail -> mail.missed(asOf).map(fate -> Unread.of(mail, fate)).stream())
                .toList();
    }

    /// The newest week that was settled at that time.
    public Week newestWeek(Plan plan, Instant asOf) {
        LocalDate through = Evidence.asOf(snapshots, plan.basis(), asOf).settled().through();
        var week = Week.of(through);
        return week.sunday().isAfter(through) ? week.previous() : week;
    }
}
