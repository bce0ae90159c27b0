package dev.glidepath.local;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "hold",
        description =
                "Holds a week's digests back from all who have not got them, until they are"
                        + " released. The reason is kept.")
final class HoldCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin private Deciding deciding = new Deciding();

    @Option(
            names = "--reason",
            required = true,
            paramLabel = "TEXT",
            description = "Why: whoever looks at the held digest reads it.")
    @SuppressWarnings("NullAway.Init")
    private String reason;

    @Override
    public void run() {
        deciding.decide(true, reason, spec.commandLine().getOut());
    }
}
