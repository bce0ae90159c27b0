package dev.glidepath.local;

import dev.glidepath.core.assess.Finding;
import dev.glidepath.core.calendar.Week;
import dev.glidepath.digest.Edition;
import dev.glidepath.digest.WeeklyDigest;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import java.nio.file.Path;
import java.time.Instant;

@Command(
        name = "digest",
        description = "Writes a week's digest for each of the plan's recipients into a folder.")
final class DigestCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(
            names = "--plan",
            paramLabel = "FILE",
            description = "The plan. Default: the one that the project ships.")
    private @Nullable Path plan;

    @Mixin private StoreFolder store = new StoreFolder();

    @Option(
            names = "--week",
            paramLabel = "YYYY-Www",
            description = "An ISO week, 2026-W47. Default: the newest that is settled.")
    private @Nullable String week;

    @Option(
            names = "--as-of",
            paramLabel = "TIME",
            description =
                    "Use only what the store knew at this time, 2026-05-13T06:00:00Z. Default: now.")
    private @Nullable Instant asOf;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "digests",
            description = "Where the digests go. Default: ${DEFAULT-VALUE}")
    @SuppressWarnings("NullAway.Init")
    private Path out;

    @Override
    public void run() {
        var valid = (plan == null ? PlanPath.shipped() : new PlanPath(plan)).plan();
        var now = asOf == null ? Instant.now() : asOf;
        try (var local = store.openExisting()) {
            var digest = new WeeklyDigest(local.snapshots(), local.outbox(), Version.current());
            var which = week == null ? digest.newestWeek(valid, now) : Week.parse(week);
            for (var edition : digest.editions(valid, which, now)) {
                print(edition, new DigestFolder(out, local.outbox()).write(edition, now));
            }
        }
    }

    private void print(Edition edition, Path folder) {
        var console = spec.commandLine().getOut();
        console.println(edition.rendered().letter().subject());
        if (edition.finding() instanceof Finding.Held(_, var reasons)) {
            reasons.forEach(reason -> console.println("  held: " + reason));
        }
        console.println("  " + folder.resolve("digest.html"));
    }
}
