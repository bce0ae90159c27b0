package dev.glidepath.infra;

import dev.glidepath.collect.function.CollectHandler;
import dev.glidepath.digest.function.DigestHandler;
import dev.glidepath.digest.function.FeedbackHandler;
import dev.glidepath.runtime.Variable;
import dev.glidepath.trends.function.TrendsHandler;

import software.amazon.awscdk.Duration;

import java.util.Locale;
import java.util.Set;

/// What runs as a Lambda function.
enum Task {
    /// As much memory as a new account may have, of which DuckDB takes what Java leaves; disk for
    /// the largest file of a delivery and for what DuckDB spills; and all the time there is, as a
    /// backfill that is cut off goes on where it was.
    COLLECT(
            "reads billing exports and records snapshots",
            "collect",
            CollectHandler.class,
            CollectHandler.VARIABLES,
            new Size(3008, 4096, Duration.minutes(15)),
            true),
    /// A full CPU comes with 1769 MB. The time is for a quota of one mail a second.
    DIGEST(
            "sends the weekly digest",
            "digest",
            DigestHandler.class,
            DigestHandler.VARIABLES,
            new Size(1769, Size.DISK_FREE, Duration.minutes(10)),
            true),
    /// One small write per event; the memory makes the JVM start fast.
    FEEDBACK(
            "records what became of the mails",
            "digest",
            FeedbackHandler.class,
            FeedbackHandler.VARIABLES,
            new Size(1024, Size.DISK_FREE, Duration.seconds(30)),
            false),
    /// Somebody waits for it: a full CPU. SnapStart allows no more disk than this.
    TRENDS(
            "answers questions about snapshots",
            "trends",
            TrendsHandler.class,
            TrendsHandler.VARIABLES,
            new Size(1769, Size.DISK_FREE, Duration.seconds(30)),
            false);

    private final String does;
    private final String module;
    private final Class<?> handler;
    private final Set<Variable> variables;
    private final Size size;
    private final boolean alone;

    Task(
            String does,
            String module,
            Class<?> handler,
            Set<Variable> variables,
            Size size,
            boolean alone) {
        this.does = does;
        this.module = module;
        this.handler = handler;
        this.variables = variables;
        this.size = size;
        this.alone = alone;
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

    Set<Variable> variables() {
        return variables;
    }

    Size size() {
        return size;
    }

    /// Whether a second run must not overlap the first.
    boolean alone() {
        return alone;
    }

    /// As it is called in ids and on the dashboard.
    String title() {
        return name().charAt(0) + name().substring(1).toLowerCase(Locale.ROOT);
    }

    /// In MB.
    record Size(int memory, int disk, Duration timeout) {
        private static final int DISK_FREE = 512;
    }
}
