package dev.glidepath.digest;

import dev.glidepath.core.assess.Finding;
import dev.glidepath.core.plan.Plan;

/// One recipient's digest. A held finding is written too, and must not be sent.
public record Edition(Plan.Recipient recipient, Finding finding, Rendered rendered) {}
