package dev.glidepath.doctor;

import java.util.Locale;

/// How bad a finding is, the worst last. What could not be seen is not fine.
public enum Severity {
    FINE(0),
    UNKNOWN(4),
    /// It works, and may not for long.
    WARNING(4),
    /// Data or mails are missing, or will be at the next run.
    PROBLEM(5);

    private final int exitCode;

    Severity(int exitCode) {
        this.exitCode = exitCode;
    }

    /// Of a command that found nothing worse.
    public int exitCode() {
        return exitCode;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
