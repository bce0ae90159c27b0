package dev.glidepath.core.plan;

import java.time.LocalDate;

/// Why the plan was changed, as it says itself.
public record Amendment(LocalDate date, String reason) {}
