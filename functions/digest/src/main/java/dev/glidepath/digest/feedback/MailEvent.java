package dev.glidepath.digest.feedback;

import dev.glidepath.store.outbox.OutboxId;
import dev.glidepath.store.outbox.Progress;

import java.util.Optional;

/// What SES told of a mail.
///
/// @param type in SES's word, such as `Bounce`
/// @param id empty when the mail is none of the outbox's
/// @param progress empty when it settles nothing, such as that delivery is delayed
public record MailEvent(String type, Optional<OutboxId> id, Optional<Progress> progress) {}
