package dev.glidepath.digest;

import dev.glidepath.core.assess.Finding;
import dev.glidepath.core.plan.Plan;
import dev.glidepath.store.outbox.Made;

import java.time.Instant;

/// One recipient's digest. A held finding is written too, and must not be sent.
public record Edition(Plan.Recipient recipient, Finding finding, Rendered rendered) {

    /// As the outbox keeps it.
    public Made made(Instant asOf) {
        var letter = rendered.letter();
        var receipt = rendered.receipt();
        return new Made(
                asOf, receipt.versions().plan(), letter.subject(), letter.hash(), receipt.json());
    }
}
