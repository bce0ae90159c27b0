package dev.glidepath.local;

import dev.glidepath.core.plan.PlanFile;
import dev.glidepath.core.plan.PlanReport;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;

@Command(name = "plan", description = "Works with a plan file.", synopsisSubcommandLabel = "check")
final class PlanCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "what to do with the plan: check");
    }

    @Command(
            name = "check",
            description =
                    "Says the plan back, with what it allows today; or every fault with its line and"
                            + " column.")
    int check(
            @Parameters(paramLabel = "FILE", description = "The plan, in YAML.") Path file,
            @Option(
                            names = "--on",
                            paramLabel = "DATE",
                            description = "Show what is allowed on this day instead of today.")
                    LocalDate on) {
        var day = on == null ? LocalDate.now(ZoneOffset.UTC) : on;
        return switch (new PlanPath(file).read()) {
            case PlanFile.Valid(var plan, var notes) -> {
                PlanReport.lines(plan, notes, day).forEach(spec.commandLine().getOut()::println);
                yield 0;
            }
            case PlanFile.Faulty(var faults) -> {
                faults.forEach(fault -> spec.commandLine().getErr().println(file + ":" + fault));
                yield 1;
            }
        };
    }
}
