package dev.glidepath.local;

import dev.glidepath.core.calendar.Week;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import java.nio.file.Path;
import java.util.concurrent.Callable;

@Command(
        name = "digest",
        description = "Writes a week's digest for each of the plan's recipients into a folder.")
final class DigestCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin private PlanChoice choice = new PlanChoice();
    @Mixin private StoreFolder store = new StoreFolder();

    @Option(
            names = "--week",
            paramLabel = "YYYY-Www",
            description = "An ISO week, 2026-W47. Default: the newest that is settled.")
    private @Nullable String week;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "digests",
            description = "Where the digests go. Default: ${DEFAULT-VALUE}")
    @SuppressWarnings("NullAway.Init")
    private Path out;

    @Override
    public Integer call() {
        var plan = choice.file().plan();
        var asOf = choice.asOf();
        var outcomes = new Outcomes(spec.commandLine().getOut());
        try (var local = store.openExisting()) {
            var digest = local.digest();
            var which = week == null ? digest.newestWeek(plan, asOf) : Week.parse(week);
            var folder = new DigestFolder(out, DigestFolder.SENDER);
            var filing = new Filing(local, folder, choice.file());
            for (var edition : digest.editions(plan, which, asOf)) {
                outcomes.print(edition, filing.file(edition, asOf));
            }
        }
        return outcomes.exitCode();
    }
}
