package dev.glidepath.digest.deliver;

import dev.glidepath.digest.Envelope;
import dev.glidepath.digest.Mime;
import dev.glidepath.store.outbox.Claim;
import dev.glidepath.store.outbox.Claiming;
import dev.glidepath.store.outbox.Outbox;
import dev.glidepath.store.outbox.OutboxId;
import dev.glidepath.store.outbox.Progress;
import dev.glidepath.store.outbox.Stage;
import dev.glidepath.store.outbox.Standing;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

/// Sends one mail: claim, ask, record. It asks again only after an answer that nothing was
/// accepted; whatever happens after that is for the outbox to remember.
public final class Posting {

    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    private final String sender;
    private final Outbox outbox;
    private final Mailbox mailbox;
    private final Waiting waiting;
    private final Supplier<String> tokens;

    /// @param tokens a new text at each call
    public Posting(
            String sender,
            Outbox outbox,
            Mailbox mailbox,
            Waiting waiting,
            Supplier<String> tokens) {
        this.sender = sender;
        this.outbox = outbox;
        this.mailbox = mailbox;
        this.waiting = waiting;
        this.tokens = tokens;
    }

    /// @param deadline nothing is asked after it
    Delivery post(Outgoing outgoing, Instant deadline) {
        // A letter that cannot become a mail is noticed before anything is claimed.
        var mail = mail(outgoing);
        if (!now().isBefore(deadline)) {
            return new Delivery.NotSent(outOfTime());
        }
        var to = outgoing.to();
        var claim = new Claim(tokens.get(), now());
        return switch (outbox.claim(outgoing.key(), to, claim, outgoing.made())) {
            case Claiming.Refused(var standing) -> delivery(standing);
            case Claiming.Claimed(var id) -> {
                var parcel = new Mailbox.Parcel(id, sender, to, mail);
                yield noted(id, claim, asked(parcel, deadline));
            }
        };
    }

    /// The mail as it would be sent now.
    String mail(Outgoing outgoing) {
        var envelope = Envelope.of(sender, outgoing.to(), outgoing.key(), now());
        var bytes = Mime.bytes(outgoing.letter(), envelope);
        return new String(bytes, StandardCharsets.US_ASCII);
    }

    static Delivery delivery(Standing standing) {
        return switch (standing) {
            case Standing.Accepted(var attempt) ->
                    new Delivery.AlreadySent(attempt.progress().stage());
            case Standing.InHand(var until) -> new Delivery.InHand(until);
            case Standing.Open(var until) -> new Delivery.Open(until);
            case Standing.Free _ -> throw new IllegalStateException("a free mail was not claimed");
        };
    }

    private Answer asked(Mailbox.Parcel parcel, Instant deadline) {
        for (int tried = 0; ; tried++) {
            var answer = mailbox.post(parcel);
            var pause = Duration.ofSeconds(1L << Math.min(tried, 5));
            boolean again =
                    answer instanceof Answer.Throttled || answer instanceof Answer.NotReached;
            if (!again || now().plus(pause).isAfter(deadline)) {
                return answer;
            }
            waiting.pause().take(pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause);
        }
    }

    private Delivery noted(OutboxId id, Claim claim, Answer answer) {
        var at = now();
        return switch (answer) {
            case Answer.Accepted(var messageId) -> {
                outbox.note(id, new Progress(Stage.SENT, at, messageId, ""));
                yield new Delivery.Sent();
            }
            case Answer.Unknown(var reason) -> {
                outbox.note(id, Progress.of(Stage.UNKNOWN, at, reason));
                yield new Delivery.Open(claim.openUntil());
            }
            case Answer.NotAccepted none -> {
                outbox.note(id, Progress.of(Stage.NOT_ACCEPTED, at, none.reason()));
                yield new Delivery.NotSent(none);
            }
        };
    }

    private static Answer.NotAccepted outOfTime() {
        return new Answer.NotReached("the run's time was over");
    }

    private Instant now() {
        return waiting.clock().instant();
    }
}
