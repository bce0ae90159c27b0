package dev.glidepath.local;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Option;

import java.nio.file.Path;
import java.time.Instant;

/// What a command that asks the store asks it with: a plan, and the time at which it is asked.
final class PlanChoice {

    @Option(
            names = "--plan",
            paramLabel = "FILE",
            description = "The plan. Default: the one that the project ships.")
    private @Nullable Path plan;

    @Option(
            names = "--as-of",
            paramLabel = "TIME",
            description =
                    "Use only what the store knew at this time, 2026-05-13T06:00:00Z. Default: now.")
    private @Nullable Instant asOf;

    PlanPath file() {
        return plan == null ? PlanPath.shipped() : new PlanPath(plan);
    }

    Instant asOf() {
        return asOf == null ? Instant.now() : asOf;
    }
}
