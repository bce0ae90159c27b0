package dev.glidepath.core.plan;

import java.time.LocalDate;

/// Something that somebody does by a date.
///
/// @param phase the list it stands in: `Automation, phase 1`
public record Action(String phase, String text, String owner, LocalDate due, boolean done) {}
