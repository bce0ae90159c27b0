package dev.glidepath.local;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import picocli.CommandLine.Command;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;

class GlidepathTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void helpGoesToStdoutAndSucceeds() {
        assertThat(run("--help")).isZero();
        assertThat(out.toString()).contains("Usage: glidepath").contains("--verbose");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void everyCommandHasHelp() {
        assertThat(run("works", "--help")).isZero();
        assertThat(out.toString()).contains("Usage: glidepath works").contains("--verbose");
    }

    @Test
    void saysItsVersion() {
        assertThat(run("--version")).isZero();
        assertThat(out.toString().strip()).matches("glidepath \\S+");
    }

    @Test
    void noCommandIsWrongUse() {
        assertThat(run()).isEqualTo(2);
        assertThat(err.toString().lines())
                .containsExactly("glidepath: no command given; see glidepath --help");
    }

    @Test
    void anUnknownOptionIsWrongUseInOneLine() {
        assertThat(run("works", "--colour")).isEqualTo(2);
        assertThat(err.toString().lines())
                .containsExactly(
                        "glidepath: Unknown option: '--colour'; see glidepath works --help");
    }

    @Test
    void aDayOrTimeThatCannotBeReadSaysHowToWriteIt() {
        assertThat(real("plan", "check", "plan.yaml", "--on", "tomorrow")).isEqualTo(2);
        assertThat(real("collect", "--export", "x", "--period", "2026-13")).isEqualTo(2);
        assertThat(real("digest", "--as-of", "2026-04-01")).isEqualTo(2);
        assertThat(err.toString().lines())
                .containsExactly(
                        "glidepath: Invalid value for option '--on': \"tomorrow\" is not a day: write"
                                + " it as 2026-01-31; see glidepath plan check --help",
                        "glidepath: Invalid value for option '--period': \"2026-13\" is not a month:"
                                + " write it as 2026-01; see glidepath collect --help",
                        "glidepath: Invalid value for option '--as-of': \"2026-04-01\" is not a time"
                                + " in UTC: write it as 2026-05-13T06:00:00Z; see glidepath digest"
                                + " --help");
    }

    @Test
    void settingsThatMakeNoBillsAreWrongUse() {
        assertThat(real("generate", "--out", "bills", "--months", "0")).isEqualTo(2);
        assertThat(err.toString().lines())
                .containsExactly(
                        "glidepath: months 0, rows per month 3000: give at least 1 and 500; see"
                                + " glidepath generate --help");
    }

    @Test
    void aFaultIsOneLineWithoutAStackTrace() {
        assertThat(run("breaks")).isEqualTo(1);
        assertThat(err.toString().lines())
                .containsExactly("glidepath: bill.csv row 7: no cost put one there");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void verboseShowsWhereAFaultArose() {
        assertThat(run("breaks", "--verbose")).isEqualTo(1);
        assertThat(err.toString().lines().findFirst())
                .hasValue("glidepath: bill.csv row 7: no cost put one there");
        assertThat(err.toString()).contains("at dev.glidepath.local.GlidepathTest$Breaks.run");
    }

    @Test
    void aFaultWithoutAMessageNamesItsKind() {
        assertThat(run("falls-silent")).isEqualTo(1);
        assertThat(err.toString().lines())
                .containsExactly("glidepath: java.lang.IllegalStateException");
    }

    private int run(String... arguments) {
        return run(List.of(Works.class, Breaks.class, FallsSilent.class), arguments);
    }

    private int real(String... arguments) {
        return run(Glidepath.COMMANDS, arguments);
    }

    private int run(List<Class<?>> commands, String... arguments) {
        return Glidepath.commandLine(
                        commands, new PrintWriter(out, true), new PrintWriter(err, true))
                .execute(arguments);
    }

    @Command(name = "works")
    static final class Works implements Runnable {
        @Override
        public void run() {}
    }

    @Command(name = "breaks")
    static final class Breaks implements Runnable {
        @Override
        public void run() {
            throw new UncheckedIOException(
                    "bill.csv row 7: no cost\n  put one there", new java.io.IOException());
        }
    }

    @Command(name = "falls-silent")
    static final class FallsSilent implements Runnable {
        @Override
        public void run() {
            throw new IllegalStateException();
        }
    }
}
