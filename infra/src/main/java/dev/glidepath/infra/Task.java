package dev.glidepath.infra;

import dev.glidepath.collect.function.CollectHandler;
import dev.glidepath.digest.function.DigestHandler;
import dev.glidepath.digest.function.FeedbackHandler;
import dev.glidepath.doctor.function.DoctorHandler;
import dev.glidepath.runtime.Variable;
import dev.glidepath.trends.function.TrendsHandler;

import software.amazon.awscdk.Duration;

import java.util.Locale;
import java.util.Set;

/// What runs as a Lambda function.
enum Task {
    COLLECT("reads billing exports and records snapshots", "collect", CollectHandler.class),
    DIGEST("sends the weekly digest", "digest", DigestHandler.class),
    FEEDBACK("records what became of the mails", "digest", FeedbackHandler.class),
    TRENDS("answers questions about snapshots", "trends", TrendsHandler.class),
    DOCTOR("looks whether all is well", "doctor", DoctorHandler.class);

    private final String does;
    private final String module;
    private final Class<?> handler;

    Task(String does, String module, Class<?> handler) {
        this.does = does;
        this.module = module;
        this.handler = handler;
    }

    String does() {
        return does;
    }

    /// The module that its zip is made by.
    String module() {
        return module;
    }

    Class<?> handler() {
        return handler;
    }

    /// Those that its handler reads.
    Set<Variable> variables() {
        return switch (this) {
            case COLLECT -> CollectHandler.VARIABLES;
            case DIGEST -> DigestHandler.VARIABLES;
            case FEEDBACK -> FeedbackHandler.VARIABLES;
            case TRENDS -> TrendsHandler.VARIABLES;
            case DOCTOR -> DoctorHandler.VARIABLES;
        };
    }

    /// Whether a second run must not overlap the first.
    boolean alone() {
        return this == COLLECT || this == DIGEST;
    }

    Size size() {
        return switch (this) {
            // As much memory as a new account may have, of which DuckDB takes half; disk for the
            // largest file of a delivery and for what DuckDB spills; and all the time there is, as
            // a backfill that is cut off goes on where it was.
            case COLLECT -> new Size(3008, 4096, Duration.minutes(15));
            // As much memory again: 96,000 lines of detail a day take 2.6 GB. The time is for a
            // quota of one mail a second.
            case DIGEST -> new Size(3008, Size.FREE_DISK, Duration.minutes(10));
            // One small write per event; the memory makes the JVM start fast.
            case FEEDBACK -> new Size(1024, Size.FREE_DISK, Duration.seconds(30));
            // Somebody waits for it: a full CPU comes with 1769 MB. SnapStart allows no more disk
            // than this.
            case TRENDS -> new Size(1769, Size.FREE_DISK, Duration.seconds(30));
            // It asks nine services, one after the other.
            case DOCTOR -> new Size(1024, Size.FREE_DISK, Duration.minutes(3));
        };
    }

    /// As it is called in ids and on the dashboard.
    String title() {
        return name().charAt(0) + name().substring(1).toLowerCase(Locale.ROOT);
    }

    /// Whether somebody waits for its answer, and sees it fail.
    boolean answers() {
        return this == TRENDS || this == DOCTOR;
    }

    /// In MB.
    record Size(int memory, int disk, Duration timeout) {
        private static final int FREE_DISK = 512;
    }
}
