package dev.glidepath.store.outbox;

import java.time.Instant;

/// What a mail says and was made from: enough to make it again, and to answer an auditor.
///
/// @param subject the verdict
/// @param letterHash SHA-256 of subject, text and HTML
/// @param receipt its JSON
public record Made(
        Instant asOf, String planId, String subject, String letterHash, String receipt) {}
