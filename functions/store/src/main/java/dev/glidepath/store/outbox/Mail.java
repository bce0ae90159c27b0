package dev.glidepath.store.outbox;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The record of a mail. It only grows: attempts are added, each attempt's progress only rises.
///
/// @param address whom it goes to
public record Mail(MailKey key, String address, List<Attempt> attempts) {

    public Mail {
        attempts = List.copyOf(attempts);
    }

    public static Mail none(MailKey key, String address) {
        return new Mail(key, address, List.of());
    }

    public Standing standing(Instant now) {
        var accepted =
                attempts.stream()
                        .filter(a -> a.progress().stage().accepted())
                        .max(Comparator.comparing(Attempt::progress));
        if (accepted.isPresent()) {
            return new Standing.Accepted(accepted.get());
        }
        return attempts.isEmpty() ? new Standing.Free() : standing(attempts.getLast(), now);
    }

    private static Standing standing(Attempt last, Instant now) {
        var claim = last.claim();
        var stage = last.progress().stage();
        if (stage == Stage.NOT_ACCEPTED || !now.isBefore(claim.openUntil())) {
            return new Standing.Free();
        }
        return stage == Stage.CLAIMED && now.isBefore(claim.leaseUntil())
                ? new Standing.InHand(claim.leaseUntil())
                : new Standing.Open(claim.openUntil());
    }

    /// How many messages SES took; more than one is a duplicate.
    public long accepted() {
        return attempts.stream().filter(a -> a.progress().stage().accepted()).count();
    }

    /// Whether it is the week's digest to its address, and not another mail of that week.
    public boolean isDigest() {
        return key.equals(MailKey.of(key.week(), address));
    }

    /// What the recipient had to read for all that was known then: neither rejected nor bounced.
    public Optional<Attempt> readBefore(Instant then) {
        return attempts.stream()
                .filter(a -> a.made().asOf().isBefore(then))
                .filter(a -> a.progress().arrived(then))
                .max(Comparator.comparing(a -> a.made().asOf()));
    }

    /// What became of it where that is not that its recipient has it and wants it.
    ///
    /// @param before nothing that was learned then or later
    public Optional<Progress> missed(Instant before) {
        return attempts.stream()
                .map(Attempt::progress)
                .filter(p -> p.at().isBefore(before))
                .max(Comparator.naturalOrder())
                .filter(p -> p.stage().compareTo(Stage.REJECTED) >= 0);
    }

    public boolean holds(Claim claim) {
        return !attempts.isEmpty() && attempts.getLast().claim().token().equals(claim.token());
    }

    Mail claimed(Claim claim, Made made) {
        var more = new ArrayList<>(attempts);
        more.add(new Attempt(claim, made, Progress.of(Stage.CLAIMED, claim.at())));
        return new Mail(key, address, more);
    }

    /// @param attempt from 1
    Mail with(int attempt, Progress progress) {
        var more = new ArrayList<>(attempts);
        more.set(attempt - 1, attempts.get(attempt - 1).with(progress));
        return new Mail(key, address, more);
    }

    OutboxId newest() {
        return new OutboxId(key, attempts.size());
    }
}
