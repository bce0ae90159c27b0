package dev.glidepath.digest.deliver;

import static java.util.stream.Collectors.toMap;

import dev.glidepath.core.assess.Finding;
import dev.glidepath.core.assess.NothingCollected;
import dev.glidepath.core.calendar.Week;
import dev.glidepath.digest.Edition;
import dev.glidepath.store.outbox.Mail;
import dev.glidepath.store.outbox.MailKey;
import dev.glidepath.store.outbox.Outbox;
import dev.glidepath.store.outbox.Standing;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Sends a week's digests: to each recipient who has none, if it may be sent. Running it again
/// sends what could not be sent before, and nothing else.
public final class SendDigests {

    private final List<String> recipients;
    private final Editions editions;
    private final Outbox outbox;
    private final Posting posting;
    private final String owner;
    private final InstantSource clock;

    /// @param recipients the addresses of the editions
    /// @param owner who is told when digests are held
    public SendDigests(
            List<String> recipients,
            Editions editions,
            Outbox outbox,
            Posting posting,
            String owner,
            InstantSource clock) {
        this.recipients = List.copyOf(recipients);
        this.editions = editions;
        this.outbox = outbox;
        this.posting = posting;
        this.owner = owner;
        this.clock = clock;
    }

    /// The week that is due; and before it what is still owed of the week before, since it may turn
    /// out only now that SES did not take a mail of that week's last run.
    ///
    /// @param deadline no mail is begun after it
    public Run due(Week week, Instant deadline) {
        var reports = new ArrayList<Report>();
        var owed = owed(week.previous());
        if (!owed.isEmpty()) {
            reports.add(send(week.previous(), owed, deadline));
        }
        reports.add(send(week, recipients, deadline));
        return new Run(reports);
    }

    public Run requested(Week week, Instant deadline) {
        return new Run(List.of(send(week, recipients, deadline)));
    }

    /// What would be sent now, to all or to one.
    public List<Preview> preview(Week week, Optional<String> to) {
        try {
            var asOf = clock.instant();
            var asked =
                    recipients.stream()
                            .filter(address -> to.stream().allMatch(address::equalsIgnoreCase))
                            .toList();
            return editions.of(week, asked, asOf)
                    .map(edition -> preview(week, edition, asOf))
                    .toList();
        } catch (NothingCollected e) {
            return List.of(new Preview("", "", List.of(e.getMessage()), ""));
        }
    }

    private Preview preview(Week week, Edition edition, Instant asOf) {
        var address = edition.recipient().email();
        return new Preview(
                address,
                edition.rendered().letter().subject(),
                reasons(week, edition.finding()),
                posting.mail(Outgoing.of(MailKey.of(week, address), edition, asOf)));
    }

    /// Who should have got that week's mail, which a run began to send.
    private List<String> owed(Week week) {
        var now = clock.instant();
        return outbox.mails(week).stream()
                .filter(Mail::isDigest)
                .filter(mail -> !(mail.standing(now) instanceof Standing.Accepted))
                .map(Mail::address)
                .filter(recipients::contains)
                .toList();
    }

    private Report send(Week week, Collection<String> to, Instant deadline) {
        var now = clock.instant();
        var mails = outbox.mails(week).stream().collect(toMap(Mail::key, mail -> mail));
        var deliveries = new LinkedHashMap<String, Delivery>();
        var free = new ArrayList<String>();
        for (var address : to) {
            var key = MailKey.of(week, address);
            var standing = mails.getOrDefault(key, Mail.none(key, address)).standing(now);
            if (standing instanceof Standing.Free) {
                free.add(address);
            } else {
                deliveries.put(address, Posting.delivery(standing));
            }
        }
        if (!free.isEmpty()) {
            deliveries.putAll(posted(week, free, deadline));
        }
        return new Report(week, deliveries, told(week, deliveries.values(), deadline));
    }

    private Map<String, Delivery> posted(Week week, List<String> free, Instant deadline) {
        var asOf = clock.instant();
        var deliveries = new LinkedHashMap<String, Delivery>();
        try {
            var last = Optional.<Delivery>empty();
            for (var edition : (Iterable<Edition>) editions.of(week, free, asOf)::iterator) {
                var delivery =
                        last.filter(SendDigests::stops)
                                .orElseGet(() -> posted(week, edition, asOf, deadline));
                deliveries.put(edition.recipient().email(), delivery);
                last = Optional.of(delivery);
            }
        } catch (NothingCollected e) {
            free.forEach(a -> deliveries.put(a, new Delivery.Held(List.of(e.getMessage()))));
        }
        return deliveries;
    }

    private Delivery posted(Week week, Edition edition, Instant asOf, Instant deadline) {
        var reasons = reasons(week, edition.finding());
        if (!reasons.isEmpty()) {
            return new Delivery.Held(reasons);
        }
        try {
            var key = MailKey.of(week, edition.recipient().email());
            return posting.post(Outgoing.of(key, edition, asOf), deadline);
        } catch (RuntimeException e) {
            // The others get theirs; the run fails at its end.
            return new Delivery.Failed(e);
        }
    }

    /// The owner, once of each reason that holds a digest.
    private List<Delivery> told(Week week, Collection<Delivery> deliveries, Instant deadline) {
        var held =
                deliveries.stream()
                        .filter(Delivery.Held.class::isInstance)
                        .map(Delivery.Held.class::cast)
                        .toList();
        return held.stream()
                .flatMap(h -> h.reasons().stream())
                .distinct()
                .map(reason -> told(week, reason, held.size(), deadline))
                .toList();
    }

    private Delivery told(Week week, String reason, int held, Instant deadline) {
        try {
            return posting.post(
                    HoldNotice.of(week, owner, reason, held, clock.instant()), deadline);
        } catch (RuntimeException e) {
            return new Delivery.Failed(e);
        }
    }

    /// The answer would be the same for everybody else.
    private static boolean stops(Delivery delivery) {
        return delivery instanceof Delivery.NotSent(var answer)
                && (answer instanceof Answer.QuotaSpent || answer instanceof Answer.Paused);
    }

    /// Somebody may have decided so since it was written.
    private List<String> reasons(Week week, Finding finding) {
        return switch (finding) {
            case Finding.Sound _ -> outbox.hold(week).map(h -> h.words(week)).stream().toList();
            case Finding.Held(_, var reasons) -> reasons;
        };
    }
}
