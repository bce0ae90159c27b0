package dev.glidepath.local;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

import java.io.PrintWriter;
import java.util.List;

/// The command line's door. A new command is a class annotated with `@Command`, named in
/// `COMMANDS`: it translates its options, calls a module's door and prints what came of it.
///
/// Exit codes: 0 done, 1 failed, 2 wrong use, 3 a digest is held; of doctor also 4 for what is not
/// sure and 5 for what is broken.
@Command(
        name = "glidepath",
        description = "Gets cost down to a dated target, and proves it every week.",
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        sortOptions = false)
public final class Glidepath implements Runnable {

    /// In the order in which `--help` lists them.
    static final List<Class<?>> COMMANDS =
            List.of(
                    DemoCommand.class,
                    CollectCommand.class,
                    DigestCommand.class,
                    PreviewCommand.class,
                    ReplayCommand.class,
                    TrendsCommand.class,
                    ServeCommand.class,
                    PlanCommand.class,
                    DoctorCommand.class,
                    BackfillCommand.class,
                    HoldCommand.class,
                    ReleaseCommand.class,
                    ResendCommand.class,
                    ExportCommand.class,
                    DeleteCommand.class,
                    InvokeCommand.class,
                    GenerateCommand.class,
                    BenchCommand.class);

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(
            names = "--verbose",
            scope = ScopeType.INHERIT,
            description = "Show where in the code a fault arose.")
    private boolean verbose;

    public static void main(String[] args) {
        var out = new PrintWriter(System.out, true, System.out.charset());
        var err = new PrintWriter(System.err, true, System.err.charset());
        System.exit(commandLine(COMMANDS, out, err).execute(args));
    }

    static CommandLine commandLine(List<Class<?>> commands, PrintWriter out, PrintWriter err) {
        var glidepath = new Glidepath();
        var faults = new OneLineFaults(() -> glidepath.verbose);
        var commandLine = new CommandLine(glidepath);
        commands.forEach(commandLine::addSubcommand);
        TimeOptions.register(commandLine);
        commandLine.setCaseInsensitiveEnumValuesAllowed(true);
        return commandLine
                .setOut(out)
                .setErr(err)
                .setUnmatchedOptionsAllowedAsOptionParameters(false)
                .setParameterExceptionHandler(faults)
                .setExecutionExceptionHandler(faults);
    }

    /// Reached only where no command is given.
    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "no command given");
    }
}
