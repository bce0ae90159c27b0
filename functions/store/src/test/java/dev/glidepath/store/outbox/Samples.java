package dev.glidepath.store.outbox;

import dev.glidepath.core.calendar.Week;

import java.time.Instant;

final class Samples {

    static final Week WEEK = Week.parse("2026-W19");
    static final Instant NOW = Instant.parse("2026-05-13T05:00:00.5Z");
    static final String ADDRESS = "finance@example.com";
    static final MailKey KEY = MailKey.of(WEEK, ADDRESS);
    static final Made MADE = new Made(NOW, "plan", "Cloud costs", "hash", "{\"receipt\": 1}");

    private Samples() {}

    static Claiming claim(Outbox outbox, String token, Instant at) {
        return outbox.claim(KEY, ADDRESS, new Claim(token, at), MADE);
    }

    static Progress sent(String messageId) {
        return new Progress(Stage.SENT, NOW, messageId, "");
    }
}
