package dev.glidepath.infra;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The app as `cdk synth` runs it, in a process of its own.
class GlidepathAppTest {

    @TempDir Path folder;

    @BeforeAll
    static void needsNode() {
        Installed.assumeNode();
    }

    /// Here and in a JVM of its own, which puts its maps into another order.
    @Test
    void theSameInputsMakeTheSameTemplateByteForByte() throws Exception {
        var run = run("again", Installed.json(Installed.CUR));
        assertThat(run.told()).isEmpty();
        assertThat(run.exitCode()).isZero();
        assertThat(run.template()).hasSameBinaryContentAs(Installed.cur().file());
    }

    @Test
    void aWrongPlanStopsItWithOneLineAFault() throws Exception {
        var plan = folder.resolve("plan.yaml");
        Files.writeString(
                plan,
                Files.readString(Installed.INFRA.resolve("plan/operational-excellence.yaml"))
                        .replace("currency: USD", "currency: dollars")
                        .replace("tolerance: 2%", "tolerance: two"));
        var run = run("wrong", "{\"plan\":\"" + plan + "\"}");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.told())
                .satisfiesExactly(
                        first -> assertThat(first).startsWith(plan + ":9:11: "),
                        second -> assertThat(second).startsWith(plan + ":15:12: "));
        assertThat(run.template()).doesNotExist();
    }

    private Run run(String name, String context) throws IOException, InterruptedException {
        var out = folder.resolve(name);
        var told = folder.resolve(name + ".txt");
        var command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java")
                                        .toString()));
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
        command.add("-Dglidepath.root=" + Installed.ZIPS.root());
        command.add("-Dglidepath.target=" + Installed.ZIPS.folder());
        command.addAll(
                Arrays.asList(
                        "-cp",
                        System.getProperty("java.class.path"),
                        GlidepathApp.class.getName()));
        var builder = new ProcessBuilder(command).directory(Installed.INFRA.toFile());
        builder.environment().put("CDK_OUTDIR", out.toString());
        builder.environment().put("CDK_CONTEXT_JSON", context);
        var process = builder.redirectErrorStream(true).redirectOutput(told.toFile()).start();
        return new Run(
                process.waitFor(),
                Files.readAllLines(told),
                out.resolve("Glidepath.template.json"));
    }

    private record Run(int exitCode, List<String> told, Path template) {}
}
