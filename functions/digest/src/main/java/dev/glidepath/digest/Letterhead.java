package dev.glidepath.digest;

import dev.glidepath.core.cost.Metric;
import dev.glidepath.core.plan.Plan;
import dev.glidepath.store.outbox.Mailed;

import java.util.List;
import java.util.Optional;

/// What of a mail depends on whom it goes to, and not on the cost alone.
///
/// @param lastMail what this recipient was mailed before
/// @param again where it is a copy of a mail of before
/// @param unread mails of before that their recipients do not have, for those who get everything
public record Letterhead(
        Plan.Recipient recipient,
        Optional<Mailed> lastMail,
        List<Unread> unread,
        PlanNews plan,
        Optional<CopyNote> again) {

    /// Of a mail to nobody in particular, before which there was none.
    public static final Letterhead NONE =
            new Letterhead(new Plan.Recipient("", List.of()), Optional.empty(), List.of());

    public Letterhead {
        unread = List.copyOf(unread);
    }

    Letterhead(Plan.Recipient recipient, Optional<Mailed> lastMail, List<Unread> unread) {
        this(recipient, lastMail, unread, new PlanNews(Metric.EFFECTIVE, List.of(), false));
    }

    Letterhead(
            Plan.Recipient recipient,
            Optional<Mailed> lastMail,
            List<Unread> unread,
            PlanNews plan) {
        this(recipient, lastMail, unread, plan, Optional.empty());
    }

    Letterhead with(PlanNews news) {
        return new Letterhead(recipient, lastMail, unread, news, again);
    }

    Letterhead as(Optional<CopyNote> copy) {
        return new Letterhead(recipient, lastMail, unread, plan, copy);
    }
}
