package dev.glidepath.local;

import dev.glidepath.core.assess.Finding;
import dev.glidepath.digest.Edition;
import dev.glidepath.store.outbox.MailKey;

import java.nio.file.Path;
import java.time.Instant;

/// Puts digests where their recipients find them on this machine, and notes in the store that they
/// have them, and with which plan they were made.
record Filing(OpenStore store, DigestFolder folder, PlanPath plan) {

    Path file(Edition edition, Instant asOf) {
        var written = folder.write(edition, asOf);
        if (edition.finding() instanceof Finding.Sound) {
            var to = edition.recipient().email();
            var made = edition.made(asOf);
            store.plans().keep(made.planId(), plan.text());
            plan.values().ifPresent(v -> store.plans().keepValues(made.planId(), v));
            var week = edition.finding().assessment().frame().week();
            store.outbox().filed(MailKey.of(week, to), to, made);
        }
        return written;
    }
}
