package dev.glidepath.local;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "release",
        description =
                "Releases a week's digests that a person held. The next run sends them, if nothing"
                        + " else holds them.")
final class ReleaseCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin private Deciding deciding = new Deciding();

    @Option(
            names = "--reason",
            paramLabel = "TEXT",
            defaultValue = "released",
            description = "Why; it is kept. Default: ${DEFAULT-VALUE}")
    @SuppressWarnings("NullAway.Init")
    private String reason;

    @Override
    public void run() {
        deciding.decide(false, reason, spec.commandLine().getOut());
    }
}
