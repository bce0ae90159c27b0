package dev.glidepath.local;

import dev.glidepath.core.assess.Finding;
import dev.glidepath.digest.Edition;

import java.io.PrintWriter;
import java.nio.file.Path;

/// Says what became of digests; the exit code is that of a command that made them.
final class Outcomes {

    /// A digest is held: it is written for looking at, and must not be sent.
    static final int HELD = 3;

    private final PrintWriter console;
    private int exitCode;

    Outcomes(PrintWriter console) {
        this.console = console;
    }

    void print(Edition edition, Path folder) {
        console.println(edition.rendered().letter().subject());
        if (edition.finding() instanceof Finding.Held(_, var reasons)) {
            reasons.forEach(reason -> console.println("  held: " + reason));
            exitCode = HELD;
        }
        console.println("  " + folder.resolve("digest.html"));
    }

    int exitCode() {
        return exitCode;
    }
}
