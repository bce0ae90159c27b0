package dev.glidepath.trends.series;

import java.time.LocalDate;
import java.util.Optional;

/// @param from empty for sixteen weeks up to `through`, from the start of a period on
/// @param through the last day; empty for the newest settled day
public record Question(
        Optional<LocalDate> from, Optional<LocalDate> through, Grain grain, Scope scope) {}
