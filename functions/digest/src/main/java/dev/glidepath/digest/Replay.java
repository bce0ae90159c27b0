package dev.glidepath.digest;

import dev.glidepath.core.calendar.Week;
import dev.glidepath.core.plan.Plan;
import dev.glidepath.store.PlanTexts;
import dev.glidepath.store.Snapshots;
import dev.glidepath.store.outbox.MailKey;
import dev.glidepath.store.outbox.Mailed;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Makes a mail of before again from its receipt: what it was made from, and with which plan, is in
/// the store.
public final class Replay {

    private final Snapshots snapshots;
    private final KeptPlans plans;
    private final String codeVersion;

    public Replay(Snapshots snapshots, PlanTexts plans, String codeVersion) {
        this.snapshots = snapshots;
        this.plans = new KeptPlans(plans);
        this.codeVersion = codeVersion;
    }

    /// @param differences from the mail of the receipt, for people; none when it is the same, byte
    ///   for byte
    public record Again(Edition edition, List<String> differences) {
        public Again {
            differences = List.copyOf(differences);
        }
    }

    /// @throws IllegalArgumentException for a receipt of another store
    public Again again(Receipt receipt) {
        var plan = plans.plan(receipt.versions().plan());
        var week = Week.parse(receipt.basis().week());
        var asOf = Instant.parse(receipt.basis().asOf());
        var edition =
                new KnownWeek(snapshots, plans, plan, week, asOf, codeVersion)
                        .edition(letterhead(receipt.mail(), plan, week));
        return new Again(edition, differences(receipt, edition.rendered().receipt()));
    }

    private static Letterhead letterhead(Receipt.Mail mail, Plan plan, Week week) {
        var recipient =
                plan.recipients().stream()
                        .filter(
                                r ->
                                        MailKey.of(week, r.email())
                                                .recipient()
                                                .equals(mail.recipient()))
                        .findFirst()
                        .orElseThrow(
                                () ->
                                        new IllegalArgumentException(
                                                "the plan of this receipt has no such recipient: the receipt was changed"));
        var last =
                Optional.ofNullable(mail.last())
                        .map(
                                l ->
                                        new Mailed(
                                                Week.parse(l.week()),
                                                Instant.parse(l.asOf()),
                                                l.plan()));
        var unread =
                mail.notRead().stream()
                        .map(n -> new Unread(Week.parse(n.week()), n.address(), n.fate()))
                        .toList();
        var again =
                Optional.ofNullable(mail.again())
                        .map(a -> new CopyNote(a.number(), a.reason(), Instant.parse(a.sent())));
        return new Letterhead(recipient, last, unread).as(again);
    }

    private static List<String> differences(Receipt then, Receipt now) {
        var found = new ArrayList<String>();
        if (!then.versions().code().equals(now.versions().code())) {
            found.add(
                    "it was made by glidepath %s, and this is %s"
                            .formatted(then.versions().code(), now.versions().code()));
        }
        differ(found, "what is counted, and for whom", then.basis(), now.basis());
        differ(found, "how far days had settled", then.settled(), now.settled());
        differ(found, "the executions", then.executions(), now.executions());
        differ(found, "the sums of the weeks", then.sums(), now.sums());
        differ(found, "the sums that close", then.checks(), now.checks());
        differ(
                found,
                "which rules chose categories",
                then.versions().allocation(),
                now.versions().allocation());
        differ(found, "the letter", then.mail().letter(), now.mail().letter());
        return found;
    }

    private static void differ(List<String> found, String what, Object then, Object now) {
        if (!then.equals(now)) {
            found.add(what + " is not as it was");
        }
    }
}
