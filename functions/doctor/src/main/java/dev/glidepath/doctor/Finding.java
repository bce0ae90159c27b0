package dev.glidepath.doctor;

/// What was seen of one thing.
///
/// @param check what was looked at within the area, the same word each time: `sandbox`
/// @param what is the case
/// @param why it matters; empty where all is fine
/// @param mend the command or the change that mends it; empty where all is fine
public record Finding(
        Area area, String check, Severity severity, String what, String why, String mend) {}
